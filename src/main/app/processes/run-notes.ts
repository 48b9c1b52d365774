import type { Saying } from '../../../core/contracts/index.ts'
import { plainText, saying, sayingText, saysTheSame } from '../../../core/contracts/index.ts'

/** What a person should know of a replay, told as it becomes known. */
export class RunNotes {
  /** What was added after the beginning, as rows of a recording that were left out. */
  readonly since: string[] = []
  readonly #say: (what: Saying) => void
  #told: readonly Saying[] | undefined

  constructor(say: (what: Saying) => void) {
    this.#say = say
  }

  /**
   * @param notes of the run as it is now; some come at its end.
   * @param known what of it a person was told already.
   */
  take(notes: readonly Saying[], known: readonly string[]): void {
    const before = this.#told ?? []
    const fresh = notes.filter(
      (note) => !before.some((each) => saysTheSame(each, note)) && !known.includes(plainText(note)),
    )
    const begun = this.#told !== undefined
    this.#told = notes
    const [first, ...more] = fresh
    if (first === undefined) return
    const what = more.length === 0 ? first : saying('several', { sayings: fresh })
    if (begun) this.since.push(sayingText(what))
    this.#say(what)
  }
}
