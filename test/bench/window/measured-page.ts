import { writeFileSync } from 'node:fs'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { DEFAULT_PREFERENCES } from '../../../src/renderer/preferences/index.ts'
import type { Probed } from './probe.ts'

const FIRST_PRICE_WITHIN = 60_000
/** The whole desk is open in a window of this size: every panel of it is in front. */
const SIZE = { width: 1920, height: 1080 }
const SAMPLING_MICROS = 200
const AFTER_HEAP_SECONDS = 1

/** The benchmark's page in a browser, and what is asked of it. */
export class MeasuredPage {
  readonly #page: Page
  readonly #context: BrowserContext
  readonly #cdp: CDPSession

  private constructor(page: Page, context: BrowserContext, cdp: CDPSession) {
    this.#page = page
    this.#context = context
    this.#cdp = cdp
  }

  /** Opens the link, and waits until prices are there. */
  static async open(browser: Browser, link: string): Promise<MeasuredPage> {
    const context = await browser.newContext({ viewport: SIZE })
    await context.addInitScript(
      (value) => localStorage.setItem('ghtrader.preferences', JSON.stringify(value)),
      { ...DEFAULT_PREFERENCES, sounds: false },
    )
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(`page error: ${error.stack ?? error.message}`))
    await page.goto(link)
    await page.waitForFunction(
      () => Number(document.documentElement.dataset['quotes'] ?? 0) > 0,
      null,
      { timeout: FIRST_PRICE_WITHIN },
    )
    // Without main's clock nobody knows how old a quote is.
    await page.waitForFunction(
      () => Number.isFinite(globalThis.windowProbe?.read().clockError ?? NaN),
      null,
      { timeout: FIRST_PRICE_WITHIN },
    )
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    await cdp.send('HeapProfiler.enable')
    return new MeasuredPage(page, context, cdp)
  }

  /** Measures anew from now on. @param painters whether frames paint, or only come and go. */
  async begin(painters: boolean): Promise<void> {
    await this.#page.evaluate((on) => globalThis.windowProbe?.begin(on), painters)
  }

  async wait(seconds: number): Promise<void> {
    await this.#page.waitForTimeout(seconds * 1000)
  }

  /** Throws where the page was hidden: a hidden one paints nothing. */
  async read(): Promise<Probed> {
    const read = await this.#page.evaluate(() => globalThis.windowProbe?.read())
    if (read === undefined) throw new Error('the page was built without its probe')
    if (!read.visible) throw new Error('the page is hidden: nothing was measured')
    return read
  }

  /** Bytes of the heap that are in use once it is tidied up, which is not measured. */
  async heap(): Promise<number> {
    await this.#page.evaluate(() => globalThis.windowProbe?.pause())
    await this.#cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage')
    // So thorough a collection throws away more than the page's own ever do, compiled code too.
    await this.wait(AFTER_HEAP_SECONDS)
    await this.#page.evaluate(() => globalThis.windowProbe?.resume())
    return usedSize
  }

  /** Seconds that the page's main thread has worked so far. */
  async worked(): Promise<number> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
  }

  /** Writes a profile of the page's script, for the browser's own tools. */
  async profile(path: string, seconds: number): Promise<void> {
    await this.#cdp.send('Profiler.enable')
    await this.#cdp.send('Profiler.setSamplingInterval', { interval: SAMPLING_MICROS })
    await this.#cdp.send('Profiler.start')
    await this.wait(seconds)
    const { profile } = await this.#cdp.send('Profiler.stop')
    await this.#cdp.send('Profiler.disable')
    writeFileSync(path, JSON.stringify(profile))
  }

  async picture(path: string): Promise<void> {
    await this.#page.screenshot({ path })
  }

  close(): Promise<void> {
    return this.#context.close()
  }
}
