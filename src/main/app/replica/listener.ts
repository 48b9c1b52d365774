import type { Quote } from '../../../core/domain/index.ts'
import type { Standing, ToldFact } from '../../../core/contracts/window-frame.ts'

/** Whoever shows the replica is told what changes in it, after it did. */
export interface ReplicaListener {
  /** The newest quote of its instrument. */
  readonly quote: (quote: Quote) => void
  /** The newest fact of its kind, from that source, about its instrument. */
  readonly latest: (source: string, fact: ToldFact) => void
  /** One of those that count, each of them, in their order. */
  readonly ordered: (source: string, fact: ToldFact) => void
  /** A process is known better or worse than before. */
  readonly standing: (standing: Standing) => void
  /** The account was read anew: what was told of it before is void. */
  readonly anew: () => void
}
