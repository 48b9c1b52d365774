import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed } from '../../core/domain/index.ts'
import type { Answer, Question } from '../../core/history/index.ts'

/** Questions that main takes of one window at a time. */
const AT_ONCE = 4
/** Questions that wait here for their turn. */
const MOST_WAITING = 256

type Found = Promise<Result<Answer, Failure>>

/** Lets a page ask as many questions as it likes, and main hear no more than it takes. */
export class QuestionQueue {
  readonly #ask: (question: Question) => Found
  readonly #waiting: (() => void)[] = []
  #asked = 0

  constructor(ask: (question: Question) => Found) {
    this.#ask = ask
  }

  /** Fails with `command.state` where far too many wait. */
  ask(question: Question): Found {
    if (this.#asked < AT_ONCE) return this.#now(question)
    if (this.#waiting.length >= MOST_WAITING) {
      const why = explained('command.state/questions-waiting', { most: MOST_WAITING })
      return Promise.resolve(failed(why))
    }
    return new Promise((resolve) => {
      this.#waiting.push(() => resolve(this.#now(question)))
    })
  }

  async #now(question: Question): Found {
    this.#asked++
    const found = await this.#ask(question)
    this.#asked--
    this.#waiting.shift()?.()
    return found
  }
}
