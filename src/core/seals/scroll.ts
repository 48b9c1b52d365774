import type { Beginning } from './beginning.ts'
import { beginChain, isBad } from './beginning.ts'
import type { NewDigest, Seal } from './chain.ts'
import { readBeginning, readSeal } from './lines.ts'

const BEGIN = 'begin '

/** What a file of seals holds. Its seals are read one by one, so that a long one costs no wait. */
export interface SealScroll {
  /** Of the newest chain, whose seals follow. */
  readonly beginning: Beginning
  /** The newest beginning that names something wrong: it stays told as long as the file. */
  readonly fault: Beginning | undefined
  /** The last seal of the newest chain. */
  readonly last: Seal | undefined
  /** The next seal of the newest chain; undefined behind the last. */
  next(): Seal | 'unreadable' | undefined
}

/** The whole lines of a file of seals: what a crash left of one more is to be cut. */
export function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

/** That of a chain that begins now. */
export function freshScroll(beginning: Beginning): SealScroll {
  return { beginning, fault: undefined, last: undefined, next: () => undefined }
}

/** @param text whole lines, at least one. */
export function readScroll(text: string, newDigest: NewDigest): SealScroll | 'unreadable' {
  const starts = beginningsIn(text)
  const newest = starts.at(-1)
  if (newest === undefined) return 'unreadable'
  const beginning = readBeginning(lineAt(text, newest))
  if (beginning === undefined) return 'unreadable'
  const before = newest === 0 ? '' : valueBefore(text, newest)
  if (beginChain(newDigest, before, beginning).hex !== beginning.hex) return 'unreadable'
  let place = endAt(text, newest)
  const last = place === text.length ? undefined : readSeal(lineBefore(text, text.length))
  if (last === undefined && place < text.length) return 'unreadable'
  let sequence = 0
  return {
    beginning,
    fault: newestFault(text, starts),
    last,
    next: () => {
      if (place === text.length) return undefined
      const seal = readSeal(lineAt(text, place))
      if (seal === undefined || seal.sequence <= sequence) return 'unreadable'
      place = endAt(text, place)
      sequence = seal.sequence
      return seal
    },
  }
}

function beginningsIn(text: string): readonly number[] {
  const starts: number[] = text.startsWith(BEGIN) ? [0] : []
  for (let from = 0; ;) {
    const found = text.indexOf(`\n${BEGIN}`, from)
    if (found < 0) return starts
    starts.push(found + 1)
    from = found + 1
  }
}

function newestFault(text: string, starts: readonly number[]): Beginning | undefined {
  for (const start of starts.toReversed()) {
    const beginning = readBeginning(lineAt(text, start))
    if (beginning !== undefined && isBad(beginning)) return beginning
  }
  return undefined
}

function lineAt(text: string, start: number): string {
  return text.slice(start, endAt(text, start) - 1)
}

/** Where the next line begins. */
function endAt(text: string, start: number): number {
  return text.indexOf('\n', start) + 1
}

/** The line that ends before `end`. */
function lineBefore(text: string, end: number): string {
  return text.slice(text.lastIndexOf('\n', end - 2) + 1, end - 1)
}

/** What the line before a place vouches for: the last word of each line. */
function valueBefore(text: string, start: number): string {
  return lineBefore(text, start).split(' ').at(-1) ?? ''
}

/** What the next line follows. */
export function lastValue(text: string): string {
  return text === '' ? '' : valueBefore(text, text.length)
}
