import type { BeatFact } from '../contracts/index.ts'
import type { Micros } from '../domain/index.ts'
import { MICROS_PER_SECOND } from '../domain/index.ts'

/** How much of one kind a process says. */
export interface TopicRate {
  readonly source: string
  readonly kind: string
  readonly total: number
  /** Over the last second or so; NaN before two beats were heard. */
  readonly perSecond: number
  /** The highest of `history`. */
  readonly peak: number
  /** Rates of the last minute, one a second, oldest first. */
  readonly history: readonly number[]
}

const KEPT = 60

interface Counted {
  readonly source: string
  readonly kind: string
  total: number
  at: Micros
  perSecond: number
  readonly history: number[]
}

/** Rates of everything that is said, from the numbers that beats carry. */
export class TopicRates {
  readonly #topics = new Map<string, Counted>()

  take(source: string, { at, seqs }: BeatFact): void {
    for (const [kind, total] of Object.entries(seqs)) this.#count(source, kind, total, at)
  }

  /** In the order in which they were heard first. */
  get all(): readonly TopicRate[] {
    return [...this.#topics.values()].map((topic) => ({
      source: topic.source,
      kind: topic.kind,
      total: topic.total,
      perSecond: topic.perSecond,
      peak: topic.history.length === 0 ? NaN : Math.max(...topic.history),
      history: topic.history,
    }))
  }

  clear(): void {
    this.#topics.clear()
  }

  #count(source: string, kind: string, total: number, at: Micros): void {
    const key = `${source} ${kind}`
    const topic = this.#topics.get(key)
    if (topic === undefined || total < topic.total) {
      this.#topics.set(key, { source, kind, total, at, perSecond: NaN, history: [] })
      return
    }
    const passed = at - topic.at
    if (passed < MICROS_PER_SECOND) return
    topic.perSecond = ((total - topic.total) * MICROS_PER_SECOND) / passed
    topic.total = total
    topic.at = at
    topic.history.push(topic.perSecond)
    if (topic.history.length > KEPT) topic.history.shift()
  }
}
