import { createCodec } from '../../../../src/core/contracts/codec.ts'
import type { About, Since, WindowFrame } from '../../../../src/core/contracts/window-frame.ts'
import type { AnswerFrame, ReplyFrame } from '../../../../src/core/contracts/window.ts'
import type { Epoch, Micros } from '../../../../src/core/domain/index.ts'
import type { Replica } from '../../../../src/core/replica/index.ts'
import { mirrorOf, takeChanges, weightOf } from '../../../../src/core/replica/index.ts'
import { Feed } from '../../../../src/main/app/feed/index.ts'
import type { Said } from '../../../core/replica/account-story.ts'
import { hear, replicaFixture } from '../../../core/replica/replica-fixture.ts'

export const LIFE = 3
export const ABOUT: About = {
  version: '1',
  host: 'browser',
  node: '20',
  electron: '',
  platform: 'linux x64',
  user: 'tester',
}

/** A replica and its feed, told of what processes say. */
export class FeedRig {
  readonly replica: Replica = replicaFixture()
  readonly feed: Feed
  #clock = 0

  constructor(factsKept?: number) {
    this.feed = new Feed({
      replica: this.replica,
      codec: createCodec([]),
      origin: { source: 'main', mode: 'simulated', profile: 'test', epoch: LIFE as Epoch },
      runId: '',
      about: ABOUT,
      now: () => ++this.#clock as Micros,
      ...(factsKept !== undefined && { factsKept }),
    })
  }

  /** Time passes, in µs. */
  pass(micros: number): void {
    this.#clock += micros
  }

  tell(...all: readonly Said[]): void {
    for (const said of all) {
      hear(this.replica, said)
      const { source, fact } = said
      if (fact.kind === 'quote') this.feed.quote(fact)
      else if (fact.kind === 'snapshot') throw new Error('not told so')
      else if (weightOf(fact.kind) === 'latest') this.feed.latest(source, fact)
      else if (weightOf(fact.kind) === 'ordered') this.feed.ordered(source, fact)
    }
  }
}

/** What a page does with its frames: reads them, sees to their numbers, keeps a replica. */
export class TestWindow {
  writable = true
  readonly frames: WindowFrame[] = []
  readonly replies: ReplyFrame[] = []
  readonly answers: AnswerFrame[] = []
  mirror: Replica | undefined
  since: Since | undefined
  #codec = createCodec([])
  #number = 0

  readonly end = {
    send: (bytes: Uint8Array): void => this.#take(bytes),
    writable: (): boolean => this.writable,
  }

  /** Kinds of its frames so far. */
  get kinds(): readonly string[] {
    return this.frames.map(({ kind }) => kind)
  }

  /** The line broke: a new one counts its frames anew. */
  broken(): void {
    this.#number = 0
  }

  #take(bytes: Uint8Array): void {
    const decoded = this.#codec.decode(bytes)
    if (!decoded.ok) throw new Error(decoded.error.message)
    if (decoded.value.kind !== 'window') throw new Error(decoded.value.kind)
    const { frame } = decoded.value
    if (frame.kind === 'reply') return void this.replies.push(frame)
    if (frame.kind === 'answer') return void this.answers.push(frame)
    if (frame.number !== ++this.#number) throw new Error(`frame ${frame.number} came too early`)
    this.frames.push(frame)
    this.since = { life: this.since?.life ?? 0, position: frame.position }
    if (frame.kind === 'opening') {
      this.mirror = mirrorOf(frame)
      this.since = { life: frame.origin.epoch, position: frame.position }
    } else if (frame.kind === 'changes') {
      if (this.mirror === undefined) throw new Error('changes of nothing')
      takeChanges(this.mirror, frame)
    } else if (this.mirror === undefined) {
      throw new Error('gone on from nothing')
    }
  }
}
