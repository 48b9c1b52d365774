/** What a person should know of a replay, told as it becomes known. */
export class RunNotes {
  /** What was added after the beginning, as rows of a recording that were left out. */
  readonly since: string[] = []
  readonly #say: (text: string) => void
  #told: string | undefined

  constructor(say: (text: string) => void) {
    this.#say = say
  }

  /** @param note of the run as it is now; it grows at its end. */
  take(note: string): void {
    if (note === this.#told) return
    const before = this.#told ?? ''
    const added = note.startsWith(before) ? note.slice(before.length).replace(/^; /, '') : note
    if (this.#told !== undefined && added !== '') this.since.push(added)
    this.#told = note
    if (added !== '') this.#say(added)
  }
}
