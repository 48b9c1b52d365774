import { expect, it } from 'vitest'
import type { CellWriter } from '../../../src/renderer/components/index.ts'
import type { QuoteText } from '../../../src/renderer/panels/quote/quote-texts.ts'
import { paintQuote } from '../../../src/renderer/panels/quote/quote-texts.ts'
import { positionColumns } from '../../../src/renderer/panels/positions/position-columns.ts'
import { translator } from '../../../src/renderer/words/index.ts'
import { SILVER, START, marketQuote } from '../../core/engine/fixture/market.ts'
import { DeskRig } from '../desk/desk-rig.ts'

function opened() {
  const rig = new DeskRig(START)
  rig.opens()
  rig.quote(marketQuote({ at: START }))
  return rig
}

/** Text and look of everything that the quote panel paints. */
function quoteOf(
  { desk }: DeskRig,
  instrument = SILVER,
): Readonly<Partial<Record<QuoteText, readonly string[]>>> {
  const shown: Partial<Record<QuoteText, readonly string[]>> = {}
  const texts = {
    of: () => () => undefined,
    write: (name: QuoteText, text: string, look = '') => void (shown[name] = [text, look]),
    hint: () => undefined,
  }
  const t = translator('en')
  paintQuote({ desk, instrument, texts, t, language: 'en', first: undefined })
  return shown
}

it('a quote has no colour, and its age, once the line says nothing or is lost', () => {
  const rig = opened()
  const before = quoteOf(rig)
  rig.unheard(2_600)
  const silent = quoteOf(rig)
  rig.line('lost')
  const lost = quoteOf(rig)
  const looks = [before, silent, lost].map(({ last, bid, age }) => [last?.[1], bid?.[1], age?.[0]])
  expect(looks[0]?.[0]).not.toBe('old')
  expect(looks[0]?.[2]).toBe('')
  expect(looks[1]).toEqual(['old', 'old', '◷ 2.6s'])
  expect(looks[2]?.slice(0, 2)).toEqual(['old', 'old'])
  expect(looks[2]?.[2]).toMatch(/^◷ /)
})

it('a contract without a quote leaves nothing of the one before', () => {
  const rig = opened()
  const before = quoteOf(rig)
  const other = quoteOf(rig, { ...SILVER, id: 999 as never })
  const names = (Object.keys(before) as QuoteText[]).filter((name) => name !== 'terms')
  const wanted = names.map((name) => [name, name === 'age' ? '' : '–'])
  expect(names.length).toBeGreaterThan(10)
  expect(names.map((name) => [name, other[name]?.[0]])).toEqual(wanted)
})

it('so have price and profit of a position, and the sum of them', () => {
  const rig = opened()
  const t = translator('en')
  const sums = () => ({ lots: 1, notional: 0, margin: 0, profit: 100 }) as never
  const position = { instrument: SILVER.id, owner: 0, long: { today: 1, history: 0 } }
  const looks = (): readonly string[] => {
    const seen: string[] = []
    const cell = { write: (_text: string, look = '') => void seen.push(look) }
    const columns = positionColumns(rig.desk, t, sums)
    const [last, profit] = ['last', 'profit'].map((id) => columns.find((each) => each.id === id))
    last?.paint({ position, side: 'long' } as never, cell as unknown as CellWriter)
    profit?.foot?.(cell as unknown as CellWriter)
    return seen
  }
  const before = looks()
  rig.unheard(2_600)
  expect([before, looks()]).toEqual([
    ['', 'up'],
    ['old', 'old'],
  ])
})
