import { describe, expect, it } from 'vitest'
import { isPanelId } from '../../../src/core/contracts/window-host.ts'
import { LETTERS } from '../../../src/renderer/desk/focus.ts'
import {
  readTornOff,
  tornOffAddress,
  tornOffName,
} from '../../../src/renderer/layout/torn-off-address.ts'
import type { PanelName } from '../../../src/renderer/panels/index.ts'
import { PANELS } from '../../../src/renderer/panels/index.ts'

const KINDS = Object.keys(PANELS) as PanelName[]

describe('the address of a panel in a page of its own', () => {
  it('says which panel, and which letter it follows', () => {
    expect(readTornOff(tornOffAddress('ladder', 'B').slice(1))).toEqual({
      kind: 'ladder',
      name: 'ladder',
      letter: 'B',
    })
  })

  it('says which letter a watch list chooses for; one without is that of before', () => {
    expect(tornOffName('watch-list', 'B')).toBe('watch-list-b')
    const read = ['?panel=watch-list-b', '?panel=watch-list'].map(readTornOff)
    expect(read.map((each) => [each?.kind, each?.letter])).toEqual([
      ['watch-list', 'B'],
      ['watch-list', 'A'],
    ])
  })

  it('is none on the whole desk', () => {
    expect([readTornOff(''), readTornOff('?code=abc')]).toEqual([undefined, undefined])
  })

  it('follows A where it does not say, or says nonsense', () => {
    const read = ['?panel=quote', '?panel=quote&letter=Z'].map(readTornOff)
    expect(read.map((each) => each?.letter)).toEqual(['A', 'A'])
  })

  it('of an unknown panel keeps its name', () => {
    expect(readTornOff('?panel=moon-b')).toEqual({ kind: undefined, name: 'moon-b', letter: 'B' })
  })

  it('goes through the one name that a shell knows windows by', () => {
    for (const kind of KINDS) {
      for (const letter of LETTERS) {
        const name = tornOffName(kind, letter)
        expect(isPanelId(name)).toBe(true)
        expect(readTornOff(`?panel=${name}`)).toMatchObject({
          kind,
          letter: PANELS[kind].linked ? letter : 'A',
        })
      }
    }
  })
})
