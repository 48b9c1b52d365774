import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import { failure } from '../../../src/core/contracts/index.ts'
import type { InstrumentId, Micros, Quote } from '../../../src/core/domain/index.ts'
import { createQuote, failed, ok } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { refused } from './told.ts'

const FOLDER = join(
  process.env['GHTRADER_TEST_DATA'] ?? '../shared/data',
  'shfe_l5_20200821/feed_a',
)
const absent = !existsSync(FOLDER)
const skipped = absent ? ` (skipped: ${FOLDER} is absent)` : ''

const RECORDED = [
  ['SHFE.ag2012', 1, 1],
  ['SHFE.au2012', 2, 100],
  ['SHFE.cu2010', 10, 1],
  ['SHFE.rb2010', 1, 1],
  ['CFFEX.IF2009', 2, 10],
  ['CFFEX.T2012', 5, 1000],
  ['CZCE.FG101', 1, 1],
  ['DCE.j2101', 5, 10],
] as const

const INSTRUMENTS = RECORDED.map(([, tickUnits, tickScale], index) =>
  instrumentFixture({ id: index as InstrumentId, tickUnits, tickScale }),
)

/** Rows of a recording as quotes that came a few milliseconds after their stamp. */
function recorded(name: string, instrument: number): readonly Quote[] {
  const text = gunzipSync(readFileSync(join(FOLDER, `${name}.csv.gz`))).toString()
  const [head = '', ...rows] = text.trim().split('\n')
  const columns = head.split(',')
  return rows.slice(0, 2_000).map((row) => {
    const cells = row.split(',')
    const cell = (column: string): never => Number(cells[columns.indexOf(column)] ?? NaN) as never
    const levels = (column: string): never[] => [1, 2, 3, 4, 5].map((level) => cell(column + level))
    const stamp = cells[columns.indexOf('datetime')] ?? ''
    const at = (Date.parse(`${stamp.slice(0, 23)}Z`) * 1_000) as Micros
    return createQuote(
      instrument as InstrumentId,
      at,
      (at + 38_217) as Micros,
      0,
      cell('last_price'),
      cell('volume'),
      cell('amount'),
      cell('open_interest'),
      cell('open'),
      cell('highest'),
      cell('lowest'),
      cell('highest'),
      cell('lowest'),
      cell('open'),
      levels('bid_price'),
      levels('bid_volume'),
      levels('ask_price'),
      levels('ask_volume'),
    )
  })
}

const CODEC = createCodec(INSTRUMENTS)

function encoded(quote: Quote): Uint8Array {
  return CODEC.encodeQuotes([quote], 1_234_567, quote.at, 12)
}

/** A thin book on a wild day: every price hundreds of ticks from the next. */
function wideQuote(last: number, instrument: number): Quote {
  const prices = [1, 2, 3, 4, 5].map((level) => 120_000 + level * 300) as never[]
  const volumes = [200, 200, 200, 200, 255] as never[]
  const at = 1_597_988_230_135_538 as Micros
  const far = 108_000 as never
  return createQuote(
    instrument as InstrumentId,
    at,
    (at + 70_000) as Micros,
    300,
    last as never,
    2_241_912,
    205_744_491_420.5,
    590_914,
    far,
    far,
    far,
    far,
    far,
    far,
    prices,
    volumes,
    prices,
    volumes,
  )
}

describe('a quote on the wire', () => {
  it.skipIf(absent)(
    `gives recorded doubles back, alone in under 128 bytes, about 80 in the mean${skipped}`,
    () => {
      const sizes: number[] = []
      const changed: string[] = []
      for (const [index, [name]] of RECORDED.entries()) {
        for (const quote of recorded(name, index)) {
          const bytes = encoded(quote)
          sizes.push(bytes.length)
          const decoded = CODEC.decode(bytes)
          const [back] = decoded.ok && decoded.value.kind === 'facts' ? decoded.value.facts : []
          if (!isDeepStrictEqual(back, quote)) changed.push(`${name} ${quote.at}`)
        }
      }
      const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
      expect({ changed, rows: sizes.length }).toEqual({ changed: [], rows: 16_000 })
      expect(Math.max(...sizes)).toBeLessThan(128)
      expect(mean).toBeLessThan(85)
    },
  )

  it('stays under 128 bytes with every price far away, before the first trade too', () => {
    expect(encoded(wideQuote(120_000, 0)).length).toBeLessThan(128)
    expect(encoded(wideQuote(NaN, 0)).length).toBeLessThan(128)
  })

  it('carries prices as they are when the instrument is not in the directory', () => {
    const quote = wideQuote(120_000.25, 50)
    expect(CODEC.decode(encoded(quote))).toMatchObject(ok({ facts: [quote] }))
  })

  it('refuses ticks of an instrument whose step the reader was not told', () => {
    expect(createCodec([]).decode(encoded(wideQuote(120_000, 0)))).toEqual(
      refused('codec.shape', 'quote.last', 'directory'),
    )
  })

  it('follows a directory that passes, either way, to another step', () => {
    const [writer, reader] = [createCodec(INSTRUMENTS), createCodec(INSTRUMENTS)]
    const instruments = [instrumentFixture({ tickUnits: 5 })]
    const told = writer.encodeFact({
      version: 1,
      source: 'gateway',
      mode: 'replay',
      profile: 'a',
      epoch: 1,
      seq: 1,
      at: 1 as Micros,
      body: { kind: 'directory', instruments, owners: [] },
    })
    const quote = wideQuote(120_003, 0)
    expect(reader.decode(told)).toMatchObject(ok({ facts: [{ instruments }] }))
    const bytes = writer.encodeQuotes([quote], 1, quote.at, 1)
    expect(reader.decode(bytes)).toMatchObject(ok({ facts: [quote] }))
    expect(CODEC.decode(bytes)).not.toMatchObject(ok({ facts: [quote] }))
  })

  it('names the slot that is no price', () => {
    const bytes = encoded(wideQuote(120_000, 0))
    const zero = bytes.lastIndexOf(0xcc)
    const broken = Uint8Array.from([...bytes.subarray(0, zero), 0xa0])
    expect(CODEC.decode(broken)).toEqual(
      failed(failure('codec.shape', 'quote.askVolumes must be a number or nil, was ""')),
    )
  })
})
