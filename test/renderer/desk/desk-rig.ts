import type { BeatFact, Mode, Saying } from '../../../src/core/contracts/index.ts'
import { failure } from '../../../src/core/contracts/index.ts'
import type { Standing, Told, ToldFact } from '../../../src/core/contracts/window-frame.ts'
import type { CommandReply } from '../../../src/core/contracts/window.ts'
import type { Micros, Quote } from '../../../src/core/domain/index.ts'
import { failed } from '../../../src/core/domain/index.ts'
import type { Replica } from '../../../src/core/replica/index.ts'
import { takeChanges } from '../../../src/core/replica/index.ts'
import type { AskName } from '../../../src/renderer/desk/command-book.ts'
import { Desk } from '../../../src/renderer/desk/desk.ts'
import type {
  Session,
  SessionListener,
  SessionStatus,
} from '../../../src/renderer/session/index.ts'
import { AccountStory } from '../../core/replica/account-story.ts'
import { hear, replicaFixture } from '../../core/replica/replica-fixture.ts'

/** What was asked of main, and the way to answer it. */
export interface Question {
  readonly name: AskName
  readonly body: unknown
  readonly answer: (reply: CommandReply) => void
}

export const ACCEPTED: CommandReply = { outcome: 'accepted', command: '', code: '', message: '' }

/** A desk, and a session that knows what the test tells it and answers when the test does. */
export class DeskRig {
  /** Main's monotonic clock, in µs. */
  now: number
  readonly asked: Question[] = []
  readonly desk: Desk
  readonly #session: { replica: Replica } & Record<string, unknown>
  #listener: Partial<SessionListener> = {}
  #frames = 0

  constructor(now: number, mode: Mode = 'simulated') {
    this.now = now
    this.#session = {
      replica: replicaFixture(),
      opening: { origin: { mode } },
      status: { phase: 'following', old: false },
      monotonic: () => this.now,
      history: () => Promise.resolve(failed(failure('store.unreachable', 'no store'))),
      listen: (listener: Partial<SessionListener>) => void (this.#listener = listener),
      ask: (name: AskName, body: unknown) =>
        new Promise<CommandReply>((answer) => this.asked.push({ name, body, answer })),
    }
    this.desk = new Desk(this.#session as unknown as Session, {
      requestFrame: () => undefined,
      afterFrame: () => undefined,
      now: () => this.now / 1000,
    })
  }

  /** Everything begins anew, with the first words of a gateway but no quote. */
  opens(replica = replicaFixture()): Replica {
    for (const said of new AccountStory().begins()) {
      if (said.fact.kind !== 'quote') hear(replica, said, this.now as Micros)
    }
    this.#session.replica = replica
    this.#listener.onOpening?.(replica, undefined as never)
    return replica
  }

  /** The line is open, and says nothing. */
  unheard(milliseconds: number): void {
    this.#session['status'] = { phase: 'following', old: true, behindMillis: milliseconds }
  }

  /** The line to main is followed, or is not. */
  line(phase: SessionStatus['phase']): void {
    this.#session['status'] = { phase, old: phase !== 'following' }
    this.#listener.onStatus?.(this.#session['status'] as SessionStatus)
  }

  quote(quote: Quote): void {
    this.#frame([], [quote])
  }

  tell(source: string, fact: ToldFact): void {
    this.#frame([{ source, fact }], [])
  }

  /** A sign of life of a process, said just now. */
  beat(
    source: string,
    notes: readonly Saying[] = [],
    figures: Readonly<Record<string, number>> = {},
  ): void {
    this.#frame([], [], [{ source, fact: { ...beatAt(this.now), notes, figures } }])
  }

  /** How a process stands with main, which says so. */
  stands(standing: Standing): void {
    this.#frame([], [], [], [standing])
  }

  #frame(
    facts: readonly Told[],
    quotes: readonly Quote[],
    latest: readonly Told[] = [],
    sources: readonly Standing[] = [],
  ): void {
    const head = { kind: 'changes', number: ++this.#frames, position: 0 } as const
    const frame = { ...head, at: this.now as Micros, sources, facts, latest, quotes }
    takeChanges(this.#session.replica, frame)
    this.#listener.onChanges?.(frame)
  }
}

export function beatAt(at: number): BeatFact {
  const alive = { pid: 1, startedAt: 0 as Micros, ready: true, notes: [] }
  return { kind: 'beat', at: at as Micros, ...alive, seqs: {}, figures: {} }
}
