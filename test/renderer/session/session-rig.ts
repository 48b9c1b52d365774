import { asSaid, sayingText } from '../../../src/core/contracts/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { ChangesFrame, OpeningFrame } from '../../../src/core/contracts/window-frame.ts'
import type { Replica } from '../../../src/core/replica/index.ts'
import type { SessionStatus } from '../../../src/renderer/session/index.ts'
import { Session } from '../../../src/renderer/session/index.ts'
import { AccountStory } from '../../core/replica/account-story.ts'
import { START } from '../../core/engine/fixture/market.ts'
import { FeedRig } from '../../main/app/feed/feed-fixture.ts'
import type { OpenWindow } from '../../../src/main/app/feed/index.ts'
import type { TestLine } from './test-link.ts'
import { TestLink } from './test-link.ts'
import { VirtualTime, settled } from './virtual-time.ts'

/** A page's session in virtual time, and a main whose feed is the real one. */
export class SessionRig {
  readonly time = new VirtualTime()
  readonly link = new TestLink()
  readonly main = new FeedRig()
  readonly statuses: SessionStatus[] = []
  readonly openings: [Replica, OpeningFrame][] = []
  readonly changes: ChangesFrame[] = []
  readonly session: Session
  /** Spreads the tries. */
  random = 1
  #window: OpenWindow | undefined

  constructor() {
    this.main.tell(...new AccountStory().begins())
    const { now, after } = this.time
    this.session = new Session({
      link: this.link,
      createCodec: () => createCodec([]),
      now,
      after,
      random: () => this.random,
    })
    this.session.listen({
      onOpening: (replica, frame) => this.openings.push([replica, frame]),
      onChanges: (frame) => this.changes.push(frame),
      onStatus: (status) => this.statuses.push(status),
    })
  }

  get line(): TestLine {
    return this.link.line
  }

  /** Opens the session; main takes it. */
  async follows(): Promise<void> {
    this.session.open()
    await settled()
    this.serve()
  }

  /** Main takes the newest line, and goes on with it. */
  serve(line = this.line): void {
    line.opened()
    this.#window = this.main.feed.open(
      { send: (bytes) => line.bytes(bytes), writable: () => !line.closedHere },
      line.since,
    )
    this.main.feed.flush()
  }

  breaks(): void {
    this.#window?.close()
    this.line.ends()
  }

  health(number: number): void {
    const fact = { kind: 'health', at: START, ok: true, saying: asSaid(String(number)) } as const
    this.main.tell({ source: 'gateway', fact })
    this.main.feed.flush()
  }

  /** Numbers of the facts that the session told. */
  get told(): readonly number[] {
    return this.changes.flatMap(({ facts }) =>
      facts.flatMap(({ fact }) =>
        fact.kind === 'health' ? [Number(sayingText(fact.saying))] : [],
      ),
    )
  }

  /** Phases in the order in which they were told, each once in a row. */
  get phases(): readonly string[] {
    return this.statuses.map(({ phase }) => phase).filter((phase, at, all) => phase !== all[at - 1])
  }

  /** Keeps main speaking, as it does four times a second, while time passes. */
  async passWithMain(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += 250) {
      await this.time.pass(Math.min(250, milliseconds - passed))
      this.health(0)
    }
  }
}
