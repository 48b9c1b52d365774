import type { Quote } from '../../core/domain/index.ts'
import { QUOTES_A_CHUNK } from './read.ts'

/**
 * Merges streams of quotes by their stamp; of equal stamps, the stream given earlier goes first,
 * and each stream keeps its own order. So the outcome depends on what was given, and on nothing
 * else. Each stream must be in order of time, as `readQuotes` delivers it; one chunk of each is
 * held. A stream that ends early ends alone: see its report.
 */
export async function* mergeByTime(
  streams: readonly AsyncIterable<readonly Quote[]>[],
  chunk = QUOTES_A_CHUNK,
): AsyncGenerator<readonly Quote[]> {
  const iterators = streams.map((stream) => stream[Symbol.asyncIterator]())
  try {
    yield* mergeChunks(iterators, chunk)
  } finally {
    for (const iterator of iterators) await iterator.return?.()
  }
}

async function* mergeChunks(
  iterators: readonly AsyncIterator<readonly Quote[]>[],
  limit: number,
): AsyncGenerator<readonly Quote[]> {
  const heads: Head[] = []
  for (const [order, iterator] of iterators.entries()) {
    const head: Head = { order, iterator, quotes: [], next: 0, at: 0 }
    if (await refill(head)) heads.push(head)
  }
  for (let i = (heads.length >> 1) - 1; i >= 0; i--) sink(heads, i)
  let merged: Quote[] = []
  while (heads.length > 0) {
    const head = heads[0]!
    merged.push(head.quotes[head.next++]!)
    if (head.next < head.quotes.length) head.at = head.quotes[head.next]!.at
    else if (!(await refill(head))) {
      const last = heads.pop()!
      if (heads.length > 0) heads[0] = last
    }
    sink(heads, 0)
    if (merged.length === limit) {
      yield merged
      merged = []
    }
  }
  if (merged.length > 0) yield merged
}

/** One stream: the chunk in hand, and the quote of it that is next. */
interface Head {
  readonly order: number
  readonly iterator: AsyncIterator<readonly Quote[]>
  quotes: readonly Quote[]
  next: number
  /** Stamp of the next quote. */
  at: number
}

async function refill(head: Head): Promise<boolean> {
  for (;;) {
    const result = await head.iterator.next()
    if (result.done === true) return false
    const [first] = result.value
    if (first === undefined) continue
    head.quotes = result.value
    head.next = 0
    head.at = first.at
    return true
  }
}

/** Restores the heap, the earliest head on top, after the one at `index` has become later. */
function sink(heads: Head[], index: number): void {
  let parent = index
  for (;;) {
    let earliest = parent
    const left = 2 * parent + 1
    if (left < heads.length && before(heads[left]!, heads[earliest]!)) earliest = left
    if (left + 1 < heads.length && before(heads[left + 1]!, heads[earliest]!)) earliest = left + 1
    if (earliest === parent) return
    const moved = heads[parent]!
    heads[parent] = heads[earliest]!
    heads[earliest] = moved
    parent = earliest
  }
}

function before(one: Head, other: Head): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}
