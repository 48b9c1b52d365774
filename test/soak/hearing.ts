import { createZeromqBus } from '../../src/adapters/bus/index.ts'
import { BUNDLES, createCodec, topicsOf } from '../../src/core/contracts/codec.ts'
import type { BeatFact, StateFact } from '../../src/core/contracts/index.ts'
import { factFramesOf } from '../../src/core/contracts/message.ts'
import type { Bus } from '../../src/core/ports/index.ts'
import { ipcDoors } from '../../src/main/app/processes/doors.ts'

interface Heard {
  readonly beat: BeatFact
  /** Milliseconds of this process. */
  readonly at: number
}

/** Listens to the beats of every worker, as a main does, and to nothing else that they say. */
export class Hearing {
  /** States that were entered, with their causes: those that were heard. */
  readonly states = new Map<string, number>()
  readonly #bus: Bus = createZeromqBus()
  readonly #heard = new Map<string, Heard>()

  /** @param runtime folder of the sockets; it must be there. */
  constructor(runtime: string, names: readonly string[]) {
    const plan = ipcDoors(runtime, names)
    if (!plan.ok) throw new Error(plan.error.message)
    for (const name of names) {
      const address = plan.value.doors.get(name)?.publish ?? ''
      const codec = createCodec([])
      const opened = this.#bus.subscribe(
        { address },
        {
          topics:
            name === 'gateway' ? [BUNDLES, ...topicsOf(['beat', 'state'])] : topicsOf(['beat']),
          onFrame: (frame) => {
            const decoded = codec.decode(frame)
            if (!decoded.ok) return
            for (const fact of factFramesOf(decoded.value).flatMap(({ facts }) => facts)) {
              if (fact.kind === 'beat') {
                this.#heard.set(name, { beat: fact, at: performance.now() })
              } else if (fact.kind === 'state') this.#stands(fact)
            }
          },
        },
      )
      if (!opened.ok) throw new Error(opened.error.message)
    }
  }

  /** The last beat of a process, where it came after a moment. */
  beat(name: string, pid: number, since: number): BeatFact | undefined {
    const heard = this.#heard.get(name)
    return heard?.beat.pid === pid && heard.at >= since ? heard.beat : undefined
  }

  close(): Promise<void> {
    return this.#bus.close()
  }

  #stands({ state, cause }: StateFact): void {
    const name = `${state} (${cause})`
    this.states.set(name, (this.states.get(name) ?? 0) + 1)
  }
}
