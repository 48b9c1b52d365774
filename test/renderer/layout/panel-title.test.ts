import { describe, expect, it } from 'vitest'
import { panelTitle } from '../../../src/renderer/layout/panel-title.ts'
import type { PanelName } from '../../../src/renderer/panels/index.ts'
import { translator } from '../../../src/renderer/words/index.ts'

describe('what a panel is called', () => {
  it.each<readonly [PanelName, string]>([
    ['quote', 'Quote au2406'],
    ['ladder', 'Ladder au2406'],
    ['watch-list', 'Watch list'],
    ['positions', 'Positions'],
    ['event-log', 'Event log'],
    ['orders', 'Orders'],
  ])('names the contract of its letter where it shows that: %s', (kind, title) => {
    expect(panelTitle(translator('en'), kind, 'SHFE.au2406')).toBe(title)
  })

  it('is its kind alone before any contract is known', () => {
    expect(panelTitle(translator('en'), 'quote', undefined)).toBe('Quote')
  })
})
