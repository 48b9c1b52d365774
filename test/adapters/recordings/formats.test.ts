import { describe, expect, it } from 'vitest'
import type { InstrumentId, Lots, Micros, Price } from '../../../src/core/domain/index.ts'
import { createQuote } from '../../../src/core/domain/index.ts'
import {
  CFFEX_L1_HEADER,
  CFFEX_L5_HEADER,
  cffexRow,
  readAll,
  SHFE_HEADER,
  writeFile,
} from './samples.ts'

const ID = 0 as InstrumentId
const NONE = NaN as Price
const prices = (...values: number[]): Price[] =>
  [0, 1, 2, 3, 4].map((level) => (values[level] ?? NaN) as Price)
const lots = (...values: number[]): Lots[] =>
  [0, 1, 2, 3, 4].map((level) => (values[level] ?? 0) as Lots)
const beijing = (text: string): Micros => (Date.parse(`${text}+08:00`) * 1_000) as Micros
const price = (value: number): Price => value as Price

describe('the recorded formats', () => {
  it('reads five levels of all exchanges with the receive time rounded', async () => {
    const row =
      '1597988230135538944,1597988230000000000,2020-08-21 13:37:10.500000,6150.0,6188.0,6052.0,6138.0,nan,6118.125702,2241912,205744491420.0,590914,' +
      '6150.0,17,6149.0,74,6151.0,162,6148.0,131,6152.0,231,6147.0,208,6153.0,132,6146.0,186,6154.0,86,6145.0,312'
    const { quotes } = await readAll(writeFile('SHFE.ag2012.csv.gz', [SHFE_HEADER, row]))
    expect(quotes).toEqual([
      createQuote(
        ID,
        beijing('2020-08-21T13:37:10.500'),
        1_597_988_230_135_539 as Micros,
        0,
        price(6150),
        2_241_912,
        205_744_491_420,
        590_914,
        price(6138),
        price(6188),
        price(6052),
        NONE,
        NONE,
        NONE,
        prices(6149, 6148, 6147, 6146, 6145),
        lots(74, 131, 208, 186, 312),
        prices(6150, 6151, 6152, 6153, 6154),
        lots(17, 162, 231, 132, 86),
      ),
    ])
  })

  it('sums up the trades of single snapshots over the day, and begins anew on the next', async () => {
    const rows = [
      cffexRow('09:14:00.400', 490),
      cffexRow('09:15:00.900', 10),
      cffexRow('09:14:00.400', 7).replace('20141225', '20141226'),
    ]
    const { quotes } = await readAll(writeFile('day.csv', [CFFEX_L5_HEADER, ...rows]))
    expect(quotes.map(({ at, volume, turnover }) => ({ at, volume, turnover }))).toEqual([
      { at: beijing('2014-12-25T09:14:00.400'), volume: 490, turnover: 490_000 },
      { at: beijing('2014-12-25T09:15:00.900'), volume: 500, turnover: 500_000 },
      { at: beijing('2014-12-26T09:14:00.400'), volume: 7, turnover: 7_000 },
    ])
  })

  it('takes a price of nought and an empty book of a stray row for absent', async () => {
    const row = `TF1506,20141225,07:10:08.400,0.000,0.000,0.000,0,0.0,1944${','.repeat(20)}`
    const { quotes } = await readAll(writeFile('CFFEX.TF1506.csv', [CFFEX_L5_HEADER, row]))
    const at = beijing('2014-12-25T07:10:08.400')
    const empty = prices()
    expect(quotes).toEqual([
      createQuote(
        ID,
        at,
        at,
        0,
        NONE,
        0,
        0,
        1944,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        empty,
        lots(),
        empty,
        lots(),
      ),
    ])
  })

  it('reads one level with limits, by cumulative volume, whatever the order of columns', async () => {
    const row =
      'CFFEX,IF2101,20210104,20210104,09:30:00.400,5230.8,5230.0,5232.8,5229.2,5737.8,4694.6,311,71,487976040.0,111416040.0,90751,-16,5227.0,5216.2,90826,5231.4,5231.6,2,1'
    const backwards = (line: string): string => line.split(',').reverse().join(',')
    const at = beijing('2021-01-04T09:30:00.400')
    const expected = createQuote(
      ID,
      at,
      at,
      0,
      price(5230.8),
      311,
      487_976_040,
      90_751,
      price(5230),
      price(5232.8),
      price(5229.2),
      price(5737.8),
      price(4694.6),
      price(5216.2),
      prices(5231.4),
      lots(2),
      prices(5231.6),
      lots(1),
    )
    for (const lines of [
      [CFFEX_L1_HEADER, row],
      [backwards(CFFEX_L1_HEADER), backwards(row)],
    ]) {
      expect((await readAll(writeFile('day.csv', lines))).quotes).toEqual([expected])
    }
  })
})
