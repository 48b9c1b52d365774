import type { Page, WebSocketRoute } from 'playwright-core'

/** The line of a page, held in between, with what the page sends on it. */
export class HeldLine {
  readonly sent: string[] = []
  readonly lines: WebSocketRoute[] = []
  /** What each line that begins is told first. */
  first: Buffer | undefined
  /** What the page gets of a frame of main's: that, another, or none. */
  change: (frame: Buffer) => Buffer | undefined = (frame) => frame
  readonly #late: (() => void)[] = []
  #isSlow = false

  async hold(page: Page): Promise<void> {
    await page.routeWebSocket(/\/ws\/trading/, (line) => {
      const server = line.connectToServer()
      this.lines.push(line)
      line.onMessage((message) => {
        this.sent.push(String(message))
        server.send(message)
      })
      server.onMessage((message) => {
        const changed = typeof message === 'string' ? message : this.change(message)
        if (changed === undefined) return
        if (this.#isSlow) this.#late.push(() => line.send(changed))
        else line.send(changed)
      })
      if (this.first !== undefined) line.send(this.first)
    })
  }

  tell(bytes: Buffer): void {
    this.lines.at(-1)?.send(bytes)
  }

  /** From now on what main says is late, until it goes on. */
  stand(): void {
    this.#isSlow = true
  }

  /** What was late comes, in its order. */
  goOn(): void {
    this.#isSlow = false
    for (const send of this.#late.splice(0)) send()
  }

  /** What would change something: not what a window tells of itself, nor reads. */
  get orders(): readonly string[] {
    return this.sent.filter((text) => /"name":"(order|orders|account|replay)\./.test(text))
  }
}
