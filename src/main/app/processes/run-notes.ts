/** What a person should know of a replay, told as it becomes known. */
export class RunNotes {
  /** What was added after the beginning, as rows of a recording that were left out. */
  readonly since: string[] = []
  readonly #say: (text: string) => void
  #told: string | undefined

  constructor(say: (text: string) => void) {
    this.#say = say
  }

  /**
   * @param note of the run as it is now; it grows at its end.
   * @param known what of it a person was told already.
   */
  take(note: string, known: readonly string[]): void {
    if (note === this.#told) return
    const before = this.#told ?? ''
    const fresh = note.startsWith(before) ? note.slice(before.length) : note
    const added = known
      .reduce((text, each) => text.replace(each, ''), fresh)
      .replace(/^(; )+|(; )+$/g, '')
      .replace(/(; ){2,}/g, '; ')
    if (this.#told !== undefined && added !== '') this.since.push(added)
    this.#told = note
    if (added !== '') this.#say(added)
  }
}
