import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuotes } from '../../../src/adapters/recordings/index.ts'
import { openOne, readAll, SHFE_HEADER, shfeRow, writeFile } from './samples.ts'

const NAME = 'SHFE.ag2012.csv.gz'

function rowsOf(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const seconds = String(i % 60).padStart(2, '0')
    const minutes = String(Math.floor(i / 60) % 60).padStart(2, '0')
    const hours = String(Math.floor(i / 3_600)).padStart(2, '0')
    // Numbers that do not pack well, so that a cut falls into many places of the text.
    return shfeRow({
      time: `${hours}:${minutes}:${seconds}.000000`,
      local: String(1_597_988_230_135_538_944n + BigInt(i) * 7_919_313_371n),
      volume: String((i * 2_654_435_761) % 4_294_967_296),
    })
  })
}

const text = (rows: readonly string[]): Buffer =>
  Buffer.from(`${[SHFE_HEADER, ...rows].join('\n')}\n`)

describe('the text of a file', () => {
  it.each([
    ['plain', (bytes: Buffer) => bytes],
    ['packed', (bytes: Buffer) => gzipSync(bytes)],
    ['with a byte order mark', (bytes: Buffer) => Buffer.concat([Buffer.of(239, 187, 191), bytes])],
    [
      'with Windows line ends',
      (bytes: Buffer) => Buffer.from(bytes.toString().replaceAll('\n', '\r\n')),
    ],
    ['without a last newline', (bytes: Buffer) => bytes.subarray(0, -1)],
    [
      'packed in several members',
      (bytes: Buffer) =>
        Buffer.concat([gzipSync(bytes.subarray(0, 700)), gzipSync(bytes.subarray(700))]),
    ],
  ])('is read the same when %s', async (_, wrap) => {
    const rows = rowsOf(2_000)
    const plain = await readAll(writeFile(NAME, text(rows)))
    const wrapped = await readAll(writeFile(NAME, wrap(text(rows))))
    expect(wrapped.quotes).toEqual(plain.quotes)
    expect(wrapped.report).toMatchObject({
      rows: 2_000,
      quotes: 2_000,
      leftOut: [],
      failure: undefined,
    })
  })

  it('is delivered in chunks of the size that was asked for, the same each time', async () => {
    const reading = readQuotes(await openOne(writeFile(NAME, text(rowsOf(10)))), 4)
    for (let pass = 0; pass < 2; pass++) {
      const sizes: number[] = []
      for await (const quotes of reading) sizes.push(quotes.length)
      expect([sizes, reading.report().quotes]).toEqual([[4, 4, 2], 10])
    }
  })

  it('is no longer held once the reader leaves early', async () => {
    const reading = readQuotes(await openOne(writeFile(NAME, text(rowsOf(3_000)))), 10)
    for await (const quotes of reading) {
      expect(quotes.length).toBe(10)
      break
    }
    expect(reading.report()).toMatchObject({ quotes: 10, failure: undefined })
  })

  it('holds no quotes where there is only a header, or nothing at all', async () => {
    for (const content of [text([]), Buffer.from(SHFE_HEADER), Buffer.alloc(0), gzipSync('')]) {
      const { quotes, report } = await readAll(writeFile(NAME, content))
      expect(quotes).toEqual([])
      expect(report).toMatchObject({ rows: 0, quotes: 0, leftOut: [], failure: undefined })
    }
  })
})

describe('a damaged file', () => {
  it('delivers every whole row before the cut of a gzip, then says that it was cut', async () => {
    const rows = rowsOf(3_000)
    const packed = gzipSync(text(rows))
    const whole = (await readAll(writeFile(NAME, packed))).quotes
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2_000, max: packed.length - 1 }), async (cut) => {
        const { quotes, report } = await readAll(writeFile(NAME, packed.subarray(0, cut)))
        expect(quotes).toEqual(whole.slice(0, quotes.length))
        // The share of rows follows the share of bytes; nothing that was unpacked is lost.
        expect(quotes.length / rows.length).toBeGreaterThan(cut / packed.length - 0.12)
        expect(report.failure?.code).toBe('recording.truncated')
        expect(report.leftOut).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  it('says that a gzip is damaged', async () => {
    const packed = gzipSync(text(rowsOf(3_000)))
    packed.fill(0xff, packed.length - 2_000, packed.length - 1_900)
    const { report } = await readAll(writeFile(NAME, packed))
    expect(report.failure?.code).toBe('recording.unreadable')
    expect(report.failure?.message).toContain(NAME)
  })

  it('says that the sum at the end of a gzip does not fit', async () => {
    const packed = gzipSync(text(rowsOf(10)))
    packed[packed.length - 8]! ^= 1
    await expect(readAll(writeFile(NAME, packed))).rejects.toThrow('incorrect data check')
  })
})
