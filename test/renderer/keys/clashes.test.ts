import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { troubleOf } from '../../../src/renderer/keys/clashes.ts'
import { keptOf, readChords, usualChords } from '../../../src/renderer/keys/kept-chords.ts'
import { KEY_NAMES } from '../../../src/renderer/keys/key-table.ts'

const usual = usualChords()

describe('the table of keys', () => {
  it('has no two keys that one press could mean', () => {
    const troubles = KEY_NAMES.map((name) => [name, troubleOf(name, usual[name], usual)])
    expect(troubles.filter(([, trouble]) => trouble !== undefined)).toEqual([])
  })

  it('has one that silences sounds, and one for each thing that the ladder does to orders', () => {
    const names = ['sounds', 'ladder.buy', 'ladder.sell', 'ladder.higher', 'ladder.lower'] as const
    expect([...names, 'ladder.cancel' as const].filter((name) => usual[name] === '')).toEqual([])
  })
})

describe('a chord that a person wants', () => {
  it('is refused where another has it, and that one is named', () => {
    expect(troubleOf('buy', 'Ctrl S', usual)).toEqual({ kind: 'taken', by: 'sell' })
    expect(troubleOf('buy', 'F6', usual)).toEqual({ kind: 'taken', by: 'panel.next' })
  })

  it('is refused where the browser or panels need it', () => {
    const wanted = ['Ctrl W', 'Ctrl C', 'Enter', 'Left', 'Escape', 'Ctrl 0']
    const troubles = wanted.map((chord) => troubleOf('buy', chord, usual))
    expect(troubles).toEqual(wanted.map(() => ({ kind: 'reserved' })))
  })

  it('is refused where it would write in text fields that the key acts in', () => {
    expect(troubleOf('panel.next', 'N', usual)).toEqual({ kind: 'writes' })
    expect(troubleOf('pause', 'N', usual)).toBeUndefined()
  })

  it('is refused for the key that closes what is open', () => {
    expect(troubleOf('close', 'Q', usual)).toEqual({ kind: 'fixed' })
  })

  it('may stand before a key of the desk within a panel, unless one of them trades', () => {
    expect(troubleOf('tape.freeze', 'C', usual)).toBeUndefined()
    expect(troubleOf('tape.freeze', 'P', usual)).toEqual({ kind: 'taken', by: 'pause' })
    expect(troubleOf('ladder.buy', 'C', usual)).toEqual({ kind: 'taken', by: 'centre' })
  })

  it('may be the same in two kinds of panels', () => {
    expect(troubleOf('tape.size', 'B', usual)).toBeUndefined()
  })

  it('may always be none', () => {
    expect(troubleOf('buy', '', usual)).toBeUndefined()
  })
})

describe('kept chords', () => {
  it('come back as they were kept, and keep only what differs', () => {
    const changed = { ...usual, buy: 'Ctrl Alt B', theme: 'Ctrl Alt T' }
    expect(keptOf(changed)).toEqual({
      version: 1,
      chords: { buy: 'Ctrl Alt B', theme: 'Ctrl Alt T' },
    })
    expect(readChords(keptOf(changed))).toEqual({ chords: changed, ignored: [] })
  })

  it('may change places with one another', () => {
    const swapped = { ...usual, buy: 'Ctrl S', sell: 'Ctrl B' }
    expect(readChords(keptOf(swapped))).toEqual({ chords: swapped, ignored: [] })
  })

  it('fall back where they clash, and say so', () => {
    const read = readChords({ version: 1, chords: { buy: 'Ctrl S', zap: 'Q', theme: 'Bla' } })
    expect(read).toEqual({ chords: usual, ignored: ['zap: Q', 'theme: Bla', 'buy: Ctrl S'] })
  })

  it('of another version, or of no shape at all, are ignored and told of', () => {
    for (const kept of [null, 7, '{broken', [], { version: 2, chords: {} }, { version: 1 }]) {
      expect(readChords(kept)).toEqual({
        chords: usual,
        ignored: [JSON.stringify(kept).slice(0, 80)],
      })
    }
  })

  it('never leave two keys for one press, whatever was kept', () => {
    const chord = fc.constantFrom('Ctrl B', 'Ctrl S', 'F6', 'P', 'Space', 'Q', 'Escape', '', 'F12')
    const chords = fc.dictionary(fc.constantFrom(...KEY_NAMES), chord, { maxKeys: 12 })
    fc.assert(
      fc.property(chords, (wanted) => {
        const { chords: read } = readChords({ version: 1, chords: wanted })
        for (const name of KEY_NAMES) expect(troubleOf(name, read[name], read)).toBeUndefined()
      }),
    )
  })
})
