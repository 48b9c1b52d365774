import type { AckFact } from '../../../core/contracts/index.ts'
import type { CommandReply } from '../../../core/contracts/window.ts'
import type { IntentId, Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../../core/domain/index.ts'

/** A person is told of a command after so long, whatever became of it. */
const ANSWER_WITHIN = 450 * MICROS_PER_MILLISECOND

interface Waiting {
  readonly until: number
  readonly answer: (reply: CommandReply) => void
}

/** Commands that were sent and are not acknowledged yet. */
export class Pending {
  readonly #waiting = new Map<IntentId, Waiting>()

  /** Resolves with what became of the command, or with `unknown` in good time. */
  wait(command: IntentId, now: Micros): Promise<CommandReply> {
    return new Promise((answer) => {
      this.#waiting.set(command, { until: now + ANSWER_WITHIN, answer })
    })
  }

  acknowledged({ command, outcome, code, message }: AckFact): void {
    this.answer(command, { outcome, command, code, message })
  }

  /** The first answer counts. */
  answer(command: IntentId, reply: CommandReply): void {
    const waiting = this.#waiting.get(command)
    this.#waiting.delete(command)
    waiting?.answer(reply)
  }

  /** To be called every 50 ms. */
  look(now: Micros): void {
    for (const [command, { until }] of this.#waiting) {
      if (now >= until) this.answer(command, unknown(command))
    }
  }
}

function unknown(command: IntentId): CommandReply {
  const message =
    'nobody said in time what became of it; orders and the log will tell. It is not sent again'
  return { outcome: 'unknown', command, code: '', message }
}
