import type { Failure } from '../../core/contracts/index.ts'
import type { Quote } from '../../core/domain/index.ts'
import { NEWLINE } from './cursor.ts'
import { readHeader } from './head.ts'
import type { LeftOutRows } from './left-out.ts'
import { LeftOutCounter } from './left-out.ts'
import { readLines } from './lines.ts'
import type { Recording } from './recording.ts'
import { planRows } from './row-cells.ts'
import { RowReader } from './row-reader.ts'

/**
 * Quotes that are handed over at a time, at most. Small, because a merge holds a chunk of every
 * file: with 58 files 128 take half the time of 1,024, which outlive the young generation of the
 * heap.
 */
export const QUOTES_A_CHUNK = 128

/** How the reading of one file went so far; final once the last chunk was taken. */
export interface ReadingReport {
  readonly path: string
  /** Rows seen: quotes and rows left out. */
  readonly rows: number
  readonly quotes: number
  readonly leftOut: readonly LeftOutRows[]
  /** Why the file ended before its end: `recording.truncated`, `recording.unreadable`. */
  readonly failure: Failure | undefined
}

/** One pass over a file, as chunks of quotes in order of time. */
export interface QuoteReading extends AsyncIterable<readonly Quote[]> {
  readonly recording: Recording
  report(): ReadingReport
}

/**
 * Reads the quotes of a recording, unpacking as it goes. It never throws for what is in the file:
 * bad rows are left out and counted, and a file that ends badly ends the chunks; the report tells
 * both. Iterating again reads anew.
 */
export function readQuotes(recording: Recording, chunk = QUOTES_A_CHUNK): QuoteReading {
  let pass = new Pass(recording)
  return {
    recording,
    report: () => pass.report(),
    [Symbol.asyncIterator]() {
      pass = new Pass(recording)
      return pass.chunks(chunk)
    },
  }
}

class Pass {
  private readonly leftOut: LeftOutCounter
  private reader: RowReader | undefined
  private quotes = 0
  private failure: Failure | undefined

  private readonly recording: Recording

  constructor(recording: Recording) {
    this.recording = recording
    this.leftOut = new LeftOutCounter(recording.path)
  }

  report(): ReadingReport {
    return {
      path: this.recording.path,
      rows: this.reader?.rows ?? 0,
      quotes: this.quotes,
      leftOut: this.leftOut.list(),
      failure: this.failure,
    }
  }

  async *chunks(limit: number): AsyncGenerator<readonly Quote[]> {
    let quotes: Quote[] = []
    for await (const block of readLines(this.recording.path)) {
      if (!block.ok) {
        this.failure = block.error
        break
      }
      const bytes = block.value
      let position = 0
      if (this.reader === undefined) {
        this.reader = this.readerFor(bytes)
        position = bytes.indexOf(NEWLINE) + 1
      }
      if (this.reader === undefined) break
      while (position < bytes.length) {
        position = this.reader.read(bytes, position, bytes.length, quotes, limit)
        if (quotes.length < limit) continue
        this.quotes += quotes.length
        yield quotes
        quotes = []
      }
    }
    this.quotes += quotes.length
    if (quotes.length > 0) yield quotes
  }

  private readerFor(bytes: Buffer): RowReader | undefined {
    const { path, texts, instrument } = this.recording
    const header = readHeader(path, bytes)
    if (header.ok) {
      const { format, columns } = header.value
      const plan = planRows(format, columns, texts)
      return new RowReader(plan, instrument, this.leftOut)
    }
    this.failure = header.error
    return undefined
  }
}
