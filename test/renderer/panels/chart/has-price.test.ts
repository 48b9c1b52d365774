import { describe, expect, it } from 'vitest'
import { hasPrice } from '../../../../src/renderer/panels/chart/has-price.ts'
import { quoteFixture } from '../../../core/quote-fixture.ts'
import { DeskRig } from '../../desk/desk-rig.ts'

describe('a window that opens', () => {
  it('has no price before the first words, nor with words that hold none', () => {
    const rig = new DeskRig(0)
    expect([hasPrice(undefined), hasPrice(rig.desk.replica)]).toEqual([false, false])
    expect(hasPrice(rig.opens())).toBe(false)
  })

  it('has one with the first quote of any instrument', () => {
    const rig = new DeskRig(0)
    const replica = rig.opens()
    rig.quote(quoteFixture({ at: 1 }))
    expect(hasPrice(replica)).toBe(true)
  })
})
