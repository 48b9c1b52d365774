import { describe, expect, it } from 'vitest'
import { Tape } from '../../../src/core/desk/tape-rows.ts'
import type { Desk } from '../../../src/renderer/desk/index.ts'
import { priceFormat } from '../../../src/renderer/format/index.ts'
import { SIZES, TapeModel } from '../../../src/renderer/panels/tape/tape-model.ts'
import { tapeTexts } from '../../../src/renderer/panels/tape/tape-texts.ts'
import { translator } from '../../../src/renderer/words/index.ts'
import { instrumentFixture } from '../../core/instrument-fixture.ts'
import { quoteFixture } from '../../core/quote-fixture.ts'

const desk = { frames: { mark: () => undefined } } as unknown as Desk

/** A tape on which so many rows were traded, each of one more lot than the one before. */
function traded(rows: number, tape = new Tape(instrumentFixture())): Tape {
  const begin = tape.count
  for (let row = begin + 1; row <= begin + rows; row++) {
    const total = (count: number): number => (count * (count + 1)) / 2
    const quote = (at: number) => quoteFixture({ at, volume: total(at), turnover: total(at) })
    tape.take(quote(row), quote(row - 1))
  }
  return tape
}

const shown = (model: TapeModel): number[] => model.rows.map(({ lots }) => lots)

describe('tape under a reader', () => {
  it('shows the newest rows on top', () => {
    const model = new TapeModel(desk)
    model.arrange(traded(9), 3)
    expect(shown(model)).toEqual([9, 8, 7])
  })

  it('stands still while it is frozen, and counts what came', () => {
    const model = new TapeModel(desk)
    const tape = traded(9)
    model.arrange(tape, 3)
    model.freeze()
    traded(4, tape)
    model.arrange(tape, 3)
    expect([shown(model), model.missed]).toEqual([[9, 8, 7], 4])
    model.freeze()
    model.arrange(tape, 3)
    expect([shown(model), model.missed]).toEqual([[13, 12, 11], 0])
  })

  it('shows what came while it was not drawn, once it is drawn again', () => {
    const model = new TapeModel(desk)
    const tape = traded(3)
    model.arrange(tape, 3)
    traded(600, tape)
    model.arrange(tape, 3)
    expect([shown(model), model.all.length]).toEqual([[603, 602, 601], tape.rows.length])
    expect(tape.rows.length).toBeGreaterThan(200)
  })

  it('freezes when it is scrolled back, and is live again at the newest row', () => {
    const model = new TapeModel(desk)
    const tape = traded(9)
    model.arrange(tape, 3)
    model.scroll(3)
    model.arrange(tape, 3)
    expect([shown(model), model.settings.getState().frozen]).toEqual([[6, 5, 4], true])
    model.scroll(-3)
    expect(model.settings.getState().frozen).toBe(false)
  })

  it('is copied whole, without the rows that are left out, newest first', () => {
    const model = new TapeModel(desk)
    model.arrange(traded(12), 3)
    model.nextSize()
    expect(model.all.map(({ lots }) => lots)).toEqual([12, 11, 10, 9, 8, 7, 6, 5])
    const [head, first] = tapeTexts(model.all, priceFormat(instrumentFixture()), translator('en'))
    expect(head).toEqual(['Time', 'Price', 'Lots', 'Buy %', '±', 'ΔOI'])
    expect([head?.length, first?.length, first?.[2]]).toEqual([6, 6, '12'])
  })

  it('is copied without a share of those who bought where not all was heard', () => {
    const tape = traded(2)
    tape.breaks()
    traded(1, tape)
    const [newest, before] = tapeTexts(
      tape.rows.toReversed(),
      priceFormat(instrumentFixture()),
      translator('en'),
    ).slice(1)
    expect(newest?.slice(2, 5)).toEqual(['3', '', ''])
    expect(before?.slice(2, 5)).not.toContain('')
  })

  it('leaves out small rows by the sizes in turn', () => {
    const model = new TapeModel(desk)
    const tape = traded(12)
    model.nextSize()
    model.arrange(tape, 20)
    expect(shown(model)).toEqual([12, 11, 10, 9, 8, 7, 6, 5])
    for (let turn = 1; turn < SIZES.length; turn++) model.nextSize()
    expect(model.settings.getState().leastLots).toBe(1)
  })

  it('is live on another tape', () => {
    const model = new TapeModel(desk)
    model.arrange(traded(5), 3)
    model.freeze()
    model.arrange(traded(2), 3)
    expect([shown(model), model.settings.getState().frozen]).toEqual([[2, 1], false])
  })
})
