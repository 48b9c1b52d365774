import { newSha256, SealFile } from '../../src/adapters/seals/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { Micros, Result } from '../../src/core/domain/index.ts'
import { ok } from '../../src/core/domain/index.ts'
import type {
  Beginning,
  BeginningReason,
  Seal,
  SealFault,
  SealScroll,
} from '../../src/core/seals/index.ts'
import {
  beginChain,
  beginningLine,
  freshScroll,
  isBad,
  lastValue,
  readScroll,
  sealLine,
} from '../../src/core/seals/index.ts'

/** The file of seals, to which lines are only ever added, and what it says of the past. */
export class SealBook {
  /** The newest that was found wrong, now or in an earlier life. */
  fault: SealFault | undefined
  /** The last seal that is on the disk by this life. */
  written: Seal | undefined
  /** What a crash left of a last line was cut. */
  readonly torn: Failure | undefined
  readonly #file: SealFile
  #value: string
  #lines = ''
  #newest: Seal | undefined

  private constructor(file: SealFile, text: string, torn: Failure | undefined) {
    this.#file = file
    this.#value = lastValue(text)
    this.torn = torn
  }

  /** @returns the book, and the seals that the journal is to be held against. */
  static async open(
    path: string,
    now: Micros,
  ): Promise<Result<{ readonly book: SealBook; readonly scroll: SealScroll }, Failure>> {
    const opened = await SealFile.open(path)
    if (!opened.ok) return opened
    const { file, text, torn } = opened.value
    const book = new SealBook(file, text, torn)
    if (text === '') return ok({ book, scroll: book.begin('first', { after: 0, until: 0 }, now) })
    const scroll = readScroll(text, newSha256)
    if (scroll === 'unreadable') {
      return ok({ book, scroll: book.begin(scroll, { after: 0, until: 0 }, now) })
    }
    book.#tell(scroll.fault)
    return ok({ book, scroll })
  }

  /** Begins a chain behind all that is there, which stays as it is. */
  begin(
    why: BeginningReason,
    { after, until }: Pick<Beginning, 'after' | 'until'>,
    at: Micros,
  ): SealScroll {
    const beginning = beginChain(newSha256, this.#value, { at, why, after, until })
    this.#lines += beginningLine(beginning)
    this.#value = beginning.hex
    this.#tell(beginning)
    return freshScroll(beginning)
  }

  /** Takes the next seal; it counts once it is written. */
  add(seal: Seal): void {
    this.#lines += sealLine(seal)
    this.#value = seal.hex
    this.#newest = seal
  }

  /** Writes what was added; after a failure the next call tries it again. */
  async write(): Promise<Failure | undefined> {
    if (this.#lines === '') return undefined
    const failure = await this.#file.append(this.#lines)
    if (failure !== undefined) return failure
    this.#lines = ''
    this.written = this.#newest
    return undefined
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  #tell(beginning: Beginning | undefined): void {
    if (beginning === undefined || !isBad(beginning)) return
    const { why, after, until } = beginning
    this.fault = { why: why as SealFault['why'], after, until }
  }
}
