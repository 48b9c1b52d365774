import type { Page, WebSocketRoute } from 'playwright-core'

/** The line of a page, held in between, with what the page sends on it. */
export class HeldLine {
  readonly sent: string[] = []
  readonly lines: WebSocketRoute[] = []
  /** What each line that begins is told first. */
  first: Buffer | undefined

  async hold(page: Page): Promise<void> {
    await page.routeWebSocket(/\/ws\/trading/, (line) => {
      const server = line.connectToServer()
      this.lines.push(line)
      line.onMessage((message) => {
        this.sent.push(String(message))
        server.send(message)
      })
      if (this.first !== undefined) line.send(this.first)
    })
  }

  tell(bytes: Buffer): void {
    this.lines.at(-1)?.send(bytes)
  }

  /** What would change something: not what a window tells of itself, nor reads. */
  get orders(): readonly string[] {
    return this.sent.filter((text) => /"name":"(order|orders|account|replay)\./.test(text))
  }
}
