import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { findChromium } from '../../../scripts/setup/chromium.mjs'
import { thisMachine } from '../../../scripts/setup/surroundings.mjs'
import type { Preferences } from '../../../src/renderer/preferences/index.ts'
import { DEFAULT_PREFERENCES } from '../../../src/renderer/preferences/index.ts'
import { availability } from '../../servers/availability.ts'
import type { Home } from '../started-host.ts'
import { StartedHost } from '../started-host.ts'

/** Whether tests of the page can run here. */
export const CHROMIUM = availability('Chromium', findChromium(thisMachine()))

const LINK = /for a browser, once: (http:\S+)/g

export interface PageOptions {
  readonly preferences?: Partial<Preferences>
  readonly width?: number
  readonly height?: number
  /** Path and query of the page; `/` unless said otherwise. */
  readonly path?: string
}

/** A browser that is closed with its test. */
export async function startBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM.path })
  onTestFinished(() => browser.close())
  return browser
}

/** The newest link that a host printed. */
export async function linkOf(host: StartedHost): Promise<string> {
  await host.says(/for a browser, once: http/)
  return [...host.stdout.matchAll(LINK)].at(-1)?.[1] ?? ''
}

/** A window on a real workstation, as a person has it before him. */
export class WindowPage {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained of: errors of the console, of scripts, of the page's policy. */
  readonly complaints: string[] = []

  constructor(page: Page, context: BrowserContext) {
    this.page = page
    this.context = context
    page.on('console', (message) => this.#hear(message))
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  /** Opens the link, and waits until prices are there. */
  static async open(
    browser: Browser,
    link: string,
    options: PageOptions = {},
  ): Promise<WindowPage> {
    const { preferences, width = 1440, height = 900, path = '/' } = options
    const context = await browser.newContext({ viewport: { width, height } })
    const kept = { ...DEFAULT_PREFERENCES, sounds: false, ...preferences }
    await context.addInitScript((value) => {
      localStorage.setItem('ghtrader.preferences', JSON.stringify(value))
    }, kept)
    const window = new WindowPage(await context.newPage(), context)
    await window.page.goto(link)
    if (path !== '/') await window.page.goto(new URL(path, link).href)
    await window.follows()
    return window
  }

  /** Waits until what is shown is how things stand, with quotes. */
  async follows(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const { phase, quotes } = document.documentElement.dataset
        return phase === 'following' && Number(quotes) > 0
      },
      null,
      { timeout: 60_000 },
    )
  }

  async phase(phase: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.documentElement.dataset['phase'] === wanted,
      phase,
      { timeout: 60_000 },
    )
  }

  /** A panel by the name that it bears. */
  panel(name: string | RegExp) {
    return this.page.getByRole('region', { name })
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() === 'error') this.complaints.push(message.text())
  }
}

/** A host with its page in a browser. */
export async function startWindow(
  home: Home,
  args: readonly string[] = [],
  options: PageOptions = {},
): Promise<{ readonly host: StartedHost; readonly window: WindowPage; readonly browser: Browser }> {
  const host = new StartedHost(home, ['--web-port', '0', ...args])
  const browser = await startBrowser()
  const window = await WindowPage.open(browser, await linkOf(host), options)
  return { host, window, browser }
}
