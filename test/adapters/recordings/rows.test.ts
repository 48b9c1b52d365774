import { describe, expect, it } from 'vitest'
import { CFFEX_L5_HEADER, cffexRow, readAll, SHFE_HEADER, shfeRow, writeFile } from './samples.ts'

const NAME = 'SHFE.ag2012.csv'

/** Reads rows around a bad one, and tells what came through and what was left out. */
async function outcome(rows: readonly string[]): Promise<{
  readonly kept: readonly string[]
  readonly leftOut: readonly (readonly [string, number, number, number])[]
  readonly words: string
}> {
  const path = writeFile(NAME, [SHFE_HEADER, ...rows])
  const { quotes, report } = await readAll(path)
  expect(report.rows).toBe(rows.filter((row) => row.trim() !== '').length)
  return {
    kept: quotes.map(({ last, feedSeq }) => `${last}/${feedSeq}`),
    leftOut: report.leftOut.map((rows) => [rows.code, rows.count, rows.firstLine, rows.lastLine]),
    words: report.leftOut.map(({ message }) => message.replace(path, NAME)).join('\n'),
  }
}

const before = shfeRow({ time: '10:00:00.000000', last: '1.0' })
const after = shfeRow({ time: '10:00:09.000000', last: '2.0' })
const at5 = { time: '10:00:05.000000' }

describe('a row that cannot be trusted', () => {
  it('is left out with too few columns, its line named', async () => {
    expect(await outcome([before, '1,2,3', after])).toEqual({
      kept: ['1/0', '2/0'],
      leftOut: [['recording.number', 1, 3, 3]],
      words: `${NAME}, line 3: the row has 3 columns, the header 32; complete or remove it. The row was left out.`,
    })
  })

  it('is left out with too many columns', async () => {
    expect(await outcome([before, `${shfeRow(at5)},9`, after])).toMatchObject({
      kept: ['1/0', '2/0'],
      leftOut: [['recording.number', 1, 3, 3]],
    })
  })

  it.each([
    ['text for a price', { ...at5, last: 'abc' }, 'last_price is "abc"'],
    ['nothing for the volume', { ...at5, volume: 'nan' }, 'volume is "nan"'],
    ['nothing for the turnover', { ...at5, amount: '' }, 'amount is ""'],
    ['part of a lot', { ...at5, bids: ['6150.0,1.5'] }, 'bid_volume1 is "1.5"'],
    ['more lots than there are', { ...at5, bids: ['6150.0,3000000000'] }, 'bid_volume1 is'],
    [
      'a time that is none',
      { time: '10:61:05.000000' },
      'datetime is "2020-08-21 10:61:05.000000"',
    ],
    ['lots without a price', { ...at5, bids: ['nan,4'] }, 'lots but no price'],
  ])('is left out with %s', async (_, given, words) => {
    const { leftOut, ...rest } = await outcome([before, shfeRow(given), after])
    expect(leftOut).toEqual([['recording.number', 1, 3, 3]])
    expect(rest).toEqual({ kept: ['1/0', '2/0'], words: expect.stringContaining(words) as string })
  })

  it.each([
    ['bid above ask', ['6150.0,1'], ['6151.0,1']],
    ['bid equal to ask', ['6150.0,1'], ['6150.0,1']],
    ['only a second bid, above the ask', ['6150.0,1'], ['nan,0', '6151.0,1']],
    ['a second ask below the first', ['6151.0,1', '6150.0,1'], []],
    ['a second bid above the first', [], ['6151.0,1', '6152.0,1']],
  ])('is left out with %s', async (_, asks, bids) => {
    const row = shfeRow({ ...at5, asks, bids })
    expect(await outcome([before, row, after])).toMatchObject({
      kept: ['1/0', '2/0'],
      leftOut: [['recording.crossed', 1, 3, 3]],
    })
  })

  it('is left out when its time goes backward, also after the last quote', async () => {
    const early = shfeRow({ time: '09:59:59.999999' })
    expect(await outcome([before, early, after, shfeRow(at5)])).toMatchObject({
      kept: ['1/0', '2/0'],
      leftOut: [['recording.backward', 2, 3, 5]],
    })
  })

  it('is left out when it is equal to the one above, and counted rather than kept', async () => {
    expect(await outcome([before, before, before, after])).toEqual({
      kept: ['1/0', '2/0'],
      leftOut: [['recording.duplicate', 2, 3, 4]],
      words: `${NAME}, line 3: the row is equal to the one above it; remove it. It and 1 more to line 4 were left out.`,
    })
  })

  it('leaves the others of its stamp numbered one after the other', async () => {
    const same = ['3.0', '4.0', '5.0'].map((last) => shfeRow({ ...at5, last }))
    expect(await outcome([before, ...same, after])).toMatchObject({
      kept: ['1/0', '3/0', '4/1', '5/2', '2/0'],
      leftOut: [],
    })
  })

  it.each(['IH1501', 'IF15', 'IF15011'])('is left out when its contract is %s', async (other) => {
    const rows = [
      cffexRow('09:15:00.400', 1),
      cffexRow('09:15:00.900', 1).replace('IF1501', other),
      cffexRow('09:15:01.400', 1),
    ]
    const { quotes, report } = await readAll(writeFile('day.csv', [CFFEX_L5_HEADER, ...rows]))
    expect(quotes.length).toBe(2)
    expect(report.leftOut.map(({ code, firstLine }) => [code, firstLine])).toEqual([
      ['recording.symbol', 3],
    ])
  })

  it('still counts its trades towards the sums when only its book is crossed', async () => {
    const rows = [
      cffexRow('09:15:00.400', 10),
      cffexRow('09:15:00.900', 5, '3276.0,1,3275.0,1'),
      cffexRow('09:15:00.900', 5, '3276.0,1,3275.0,1'),
      cffexRow('09:15:00.400', 100),
      cffexRow('09:15:01.400', 1),
    ]
    const { quotes, report } = await readAll(writeFile('day.csv', [CFFEX_L5_HEADER, ...rows]))
    expect(quotes.map(({ volume }) => volume)).toEqual([10, 16])
    expect(report.leftOut.map(({ code, count }) => [code, count])).toEqual([
      ['recording.crossed', 1],
      ['recording.duplicate', 1],
      ['recording.backward', 1],
    ])
  })
})

describe('a row that is odd but sound', () => {
  it.each([
    ['no bids, as at the limit', { ...at5, bids: [] }],
    ['no asks', { ...at5, asks: [] }],
    ['no last price', { ...at5, last: 'nan' }],
  ])('is kept with %s', async (_, given) => {
    const { kept, leftOut } = await outcome([before, shfeRow(given), after])
    expect([kept.length, leftOut]).toEqual([3, []])
  })

  it('loses the price of a level without lots', async () => {
    const path = writeFile(NAME, [SHFE_HEADER, shfeRow({ bids: ['6150.0,0'] })])
    const [quote] = (await readAll(path)).quotes
    expect([quote?.bidPrices[0], quote?.bidVolumes[0]]).toEqual([NaN, 0])
  })

  it('is not counted when it is blank', async () => {
    expect(await outcome([before, '', '\r', after])).toMatchObject({
      kept: ['1/0', '2/0'],
      leftOut: [],
    })
  })
})
