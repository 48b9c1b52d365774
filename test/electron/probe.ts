import type { Page } from 'playwright-core'
import { createCodec } from '../../src/core/contracts/codec.ts'
import type { WindowMessage } from '../../src/core/contracts/wire/window.ts'
import { until } from '../until.ts'

interface ProbeWindow {
  ghtrader: { askLine: () => Promise<void> }
  /** Every line that came, as data, number of ports and origin. */
  lines: unknown[]
  /** Set while the next line is to be the probe's; the page does not hear of it then. */
  wanted: ((port: MessagePort) => void) | undefined
  probe: { port: MessagePort; frames: number[][]; end: unknown }
}

/** Runs in every page before its own scripts. */
export function listenForLines(message: string): void {
  const own = globalThis as unknown as ProbeWindow
  own.lines = []
  addEventListener('message', (event) => {
    const [port] = event.ports
    if (event.data !== message || port === undefined) return
    own.lines.push([event.data, event.ports.length, event.origin])
    if (own.wanted === undefined) return
    event.stopImmediatePropagation()
    own.wanted(port)
    own.wanted = undefined
  })
}

export interface ProbedShell {
  readonly page: Page
  /** How long it is waited for what should come, in ms. */
  readonly patience: number
}

/** A second line of the page, opened by its own bridge and looked at from outside. */
export class Probe {
  readonly frames: WindowMessage[] = []
  readonly #page: Page
  readonly #patience: number
  readonly #codec = createCodec([])
  #requests = 0

  private constructor(page: Page, patience: number) {
    this.#page = page
    this.#patience = patience
  }

  static async open({ page, patience }: ProbedShell): Promise<Probe> {
    await page.evaluate(async () => {
      const own = globalThis as unknown as ProbeWindow
      const port = new Promise<MessagePort>((resolve) => {
        own.wanted = resolve
      })
      await own.ghtrader.askLine()
      const probe = { port: await port, frames: [] as number[][], end: null as unknown }
      own.probe = probe
      let read = 0
      probe.port.addEventListener('message', ({ data }) => {
        if (!(data instanceof Uint8Array)) {
          probe.end = data
          return
        }
        probe.frames.push(Array.from(data))
        read += 1
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
        probe.port.postMessage(read)
      })
      probe.port.start()
    })
    return new Probe(page, patience)
  }

  /** Takes what came since. */
  async take(): Promise<readonly WindowMessage[]> {
    const taken = await this.#page.evaluate(() =>
      (globalThis as unknown as ProbeWindow).probe.frames.splice(0),
    )
    for (const bytes of taken) {
      const read = this.#codec.decode(new Uint8Array(bytes))
      if (!read.ok) throw new Error(read.error.message)
      if (read.value.kind === 'window') this.frames.push(read.value.frame)
    }
    return this.frames
  }

  /** Asks for something. @returns what it was told of it. */
  async ask(name: string, body: unknown): Promise<WindowMessage> {
    const request = ++this.#requests
    await this.say(JSON.stringify({ request, name, body }))
    const isReply = (frame: WindowMessage): boolean =>
      frame.kind === 'reply' && frame.request === request
    await until(async () => (await this.take()).some(isReply), this.#patience)
    return this.frames.find(isReply)!
  }

  async say(text: string): Promise<void> {
    await this.#page.evaluate(
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
      (words) => (globalThis as unknown as ProbeWindow).probe.port.postMessage(words),
      text,
    )
  }

  /** The lines of its page so far. */
  static lines(page: Page): Promise<readonly unknown[]> {
    return page.evaluate(() => (globalThis as unknown as ProbeWindow).lines)
  }

  /** What the line said last, once it is over. */
  end(): Promise<unknown> {
    return this.#page.evaluate(() => (globalThis as unknown as ProbeWindow).probe.end)
  }

  /** Waits for so many more frames with prices. */
  async prices(count: number): Promise<void> {
    const before = this.#withPrices()
    await until(
      async () => (await this.take(), this.#withPrices() >= before + count),
      this.#patience,
    )
  }

  /** Whether no price came for so long, in ms. */
  async silentFor(time: number): Promise<boolean> {
    await this.take()
    const before = this.#withPrices()
    await new Promise((resolve) => {
      setTimeout(resolve, time)
    })
    await this.take()
    return this.#withPrices() === before
  }

  #withPrices(): number {
    return this.frames.filter((frame) => 'quotes' in frame && frame.quotes.length > 0).length
  }
}
