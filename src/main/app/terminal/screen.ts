/** What of a terminal the screen needs; `process.stdout` is one. */
export interface TerminalOutput {
  write(text: string): unknown
  readonly columns?: number
  readonly rows?: number
}

/** Alternate screen, no cursor, empty. Source: xterm control sequences, DECSET 1049 and 25. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[2J'
const LEAVE = '\x1b[0m\x1b[?25h\x1b[?1049l'

/** Shows rows of text in place, sending only those that changed, so that nothing flickers. */
export class Screen {
  readonly #output: TerminalOutput
  #shown: readonly string[] = []
  #size = ''
  #open = false

  constructor(output: TerminalOutput) {
    this.#output = output
  }

  get width(): number {
    return Math.max(20, this.#output.columns ?? 80)
  }

  get height(): number {
    return Math.max(5, this.#output.rows ?? 24)
  }

  enter(): void {
    this.#open = true
    this.#output.write(ENTER)
  }

  show(lines: readonly string[]): void {
    if (!this.#open) return
    const size = `${this.width}×${this.height}`
    let text = ''
    if (size !== this.#size) {
      this.#size = size
      this.#shown = []
      text = '\x1b[2J'
    }
    const rows = Math.max(lines.length, this.#shown.length)
    for (let row = 0; row < rows; row++) {
      const line = lines[row] ?? ''
      if (line !== this.#shown[row]) text += `\x1b[${row + 1};1H${line}\x1b[K`
    }
    this.#shown = lines
    if (text !== '') this.#output.write(text)
  }

  /** Gives the terminal back as it was; may be called twice. */
  leave(): void {
    if (!this.#open) return
    this.#open = false
    this.#output.write(LEAVE)
  }
}
