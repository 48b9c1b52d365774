import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mergeByTime, openRecordings, readQuotes } from '../../../src/adapters/recordings/index.ts'
import type { Quote } from '../../../src/core/domain/index.ts'
import { numbered, openOne, readAll, resolveSymbol } from './samples.ts'

const DATA = process.env['GHTRADER_TEST_DATA'] ?? resolve('../shared/data')
const absent = !existsSync(DATA)
const SKIPPED = absent ? ` (skipped: no recordings at ${DATA}, set GHTRADER_TEST_DATA)` : ''
const FEED_A = join(DATA, 'shfe_l5_20200821/feed_a')

describe.skipIf(absent)(`the real recordings${SKIPPED}`, () => {
  it('are read whole, with nothing to leave out', async () => {
    const files = {
      'shfe_l5_20200821/feed_a/SHFE.ag2012.csv.gz': 7_197,
      'shfe_l5_20200821/feed_b/SHFE.rb2010.csv.gz': 6_682,
      'shfe_l5_20200821/feed_a/DCE.bb2009.csv.gz': 0,
      'cffex_l5_20141225/CFFEX.IF1501_20141225_L5.csv.gz': 32_404,
      'cffex_l5_20141225/CFFEX.TF1506_20141225_L5.csv.gz': 11_933,
      'cffex_if2101_l1/CFFEX.IF2101_20210104.csv.gz': 27_955,
    }
    for (const [name, rows] of Object.entries(files)) {
      const path = join(DATA, name)
      const { report } = await readAll(path)
      expect(report).toEqual({ path, rows, quotes: rows, leftOut: [], failure: undefined })
    }
  })

  it('hold the hour of every exchange in order, its volume never falling', async () => {
    const opened = await openRecordings([FEED_A], { resolveSymbol, instrumentId: numbered() })
    if (!opened.ok) throw new Error(opened.error.message)
    const { recordings, leftOut } = opened.value
    expect([recordings.length, leftOut]).toEqual([58, []])
    const readings = recordings.map((recording) => readQuotes(recording))
    const volumes = recordings.map(() => 0)
    let [quotes, disorder, falls] = [0, 0, 0]
    let last: Quote | undefined
    for await (const chunk of mergeByTime(readings)) {
      for (const quote of chunk) {
        quotes++
        if (last !== undefined && !inOrder(last, quote)) disorder++
        if (quote.volume < volumes[quote.instrument]!) falls++
        volumes[quote.instrument] = quote.volume
        last = quote
      }
    }
    expect({ quotes, disorder, falls }).toEqual({ quotes: 234_589, disorder: 0, falls: 0 })
    expect(readings.flatMap((reading) => reading.report().leftOut)).toEqual([])
  })

  it('have the empty bid side of a contract at its limit', async () => {
    const { quotes } = await readAll(join(FEED_A, 'CZCE.FG101.csv.gz'))
    const bare = quotes.filter(({ bidPrices }) => Number.isNaN(bidPrices[0]))
    expect([quotes.length, bare.length]).toEqual([6_893, 3_578])
    expect(bare.every(({ bidVolumes }) => bidVolumes.every((lots) => lots === 0))).toBe(true)
    expect(bare[0]?.at).toBe(Date.parse('2020-08-21T13:55:10+08:00') * 1_000)
  })

  it('sum up to the figures of the day where trades are told by snapshot', async () => {
    const path = join(DATA, 'cffex_l5_20141225/CFFEX.IF1501_20141225_L5.csv.gz')
    const { quotes } = await readAll(path)
    const steps = new Set(quotes.slice(1, 100).map((quote, i) => quote.at - quotes[i]!.at))
    expect([quotes[0]?.volume, quotes[1]?.volume, quotes.at(-1)?.volume]).toEqual([
      490, 1_002, 1_751_079,
    ])
    expect(steps).toEqual(new Set([500_000, 60_000_000]))
  })

  it('leave the books of every level and the lists of all instruments to others', async () => {
    for (const name of [
      'shfe_ag1506_fullbook_20150119night/SHFE.ag1506_20150120_fulldepth_1s_night.csv.gz',
      'shfe_l5_20200821/universe_after_close_20200821.csv.gz',
    ]) {
      await expect(openOne(join(DATA, name), 'SHFE.ag1506')).rejects.toThrow('no known format')
    }
  })
})

function inOrder(one: Quote, other: Quote): boolean {
  return one.at < other.at || (one.at === other.at && one.instrument <= other.instrument)
}
