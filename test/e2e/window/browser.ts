import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, ConsoleMessage, Cookie, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { findChromium } from '../../../scripts/setup/chromium.mjs'
import { thisMachine } from '../../../scripts/setup/surroundings.mjs'
import type { Preferences } from '../../../src/renderer/preferences/index.ts'
import { DEFAULT_PREFERENCES } from '../../../src/renderer/preferences/index.ts'
import { availability } from '../../servers/availability.ts'
import type { AtEnd } from '../started-host.ts'
import { Home, StartedHost } from '../started-host.ts'

/** Whether tests of the page can run here. */
export const CHROMIUM = availability('Chromium', findChromium(thisMachine()))

const LINK = /for a browser, once: (http:\S+)/g

/** In milliseconds. Other processes may want the machine just now. */
const PATIENT = 60_000

export interface PageOptions {
  readonly preferences?: Partial<Preferences>
  readonly width?: number
  readonly height?: number
  /** Path and query of the page; `/` unless said otherwise. */
  readonly path?: string
  /** Of a browser that was let in already, which needs no code. */
  readonly cookies?: readonly Cookie[]
}

/** What a page sends on its line. */
export interface SentFrame {
  readonly name: string
  readonly body: unknown
}

/** A browser that is closed with its test, unless several tests share it. */
export async function startBrowser(atEnd: AtEnd = onTestFinished): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM.path })
  atEnd(() => browser.close())
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
  /** What the page asked main for, in order. */
  readonly sent: SentFrame[] = []

  constructor(page: Page, context: BrowserContext) {
    this.page = page
    this.context = context
    page.on('console', (message) => this.#hear(message))
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        if (typeof payload === 'string') this.sent.push(JSON.parse(payload) as SentFrame)
      })
    })
  }

  /** Opens the link, and waits until prices are there. */
  static async open(
    browser: Browser,
    link: string,
    options: PageOptions = {},
  ): Promise<WindowPage> {
    const { preferences, width = 1440, height = 900, path = '/', cookies = [] } = options
    const context = await browser.newContext({ viewport: { width, height } })
    context.setDefaultTimeout(PATIENT)
    await context.addCookies([...cookies])
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
      { timeout: PATIENT },
    )
  }

  async phase(phase: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.documentElement.dataset['phase'] === wanted,
      phase,
      { timeout: PATIENT },
    )
  }

  /** A panel by the name that it bears. */
  panel(name: string | RegExp) {
    return this.page.getByRole('region', { name })
  }

  /** Bodies of what was sent of a command, each time that it was. */
  sentOf(name: string): readonly unknown[] {
    return this.sent.filter((each) => each.name === name).map(({ body }) => body)
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() === 'error') this.complaints.push(message.text())
  }
}

export interface StartedWindow {
  readonly home: Home
  readonly host: StartedHost
  readonly window: WindowPage
  readonly browser: Browser
}

/** A host with its page in a browser. */
export async function startWindow(
  home: Home,
  args: readonly string[] = [],
  options: PageOptions = {},
): Promise<StartedWindow> {
  const host = new StartedHost(home, ['--web-port', '0', ...args])
  const browser = await startBrowser(home.atEnd)
  const window = await WindowPage.open(browser, await linkOf(host), options)
  return { home, host, window, browser }
}

/**
 * One host with its page for all tests of a `describe`, where they do not disturb each other.
 * @param args made once the home is there, for what lies in it.
 */
export function shareWindow(
  args: (home: Home) => readonly string[] = () => [],
  options: PageOptions = {},
): () => StartedWindow {
  const ends: (() => Promise<void>)[] = []
  let started: StartedWindow | undefined
  beforeAll(async () => {
    const home = new Home((end) => ends.push(end))
    started = await startWindow(home, args(home), options)
  })
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  })
  return () => {
    if (started === undefined) throw new Error('the window was not started')
    return started
  }
}

export interface SharedHost {
  readonly home: Home
  readonly host: StartedHost
  /** A window that has kept nothing yet, of a person who was let in; it is closed with its test. */
  readonly open: (options?: PageOptions) => Promise<WindowPage>
}

/** One host for all tests of a file, each of which has windows of its own. */
export function shareHost(args: (home: Home) => readonly string[] = () => []): () => SharedHost {
  const ends: (() => Promise<void>)[] = []
  let shared: SharedHost | undefined
  beforeAll(async () => {
    const home = new Home((end) => ends.push(end))
    const host = new StartedHost(home, ['--web-port', '0', ...args(home)])
    const browser = await startBrowser(home.atEnd)
    const link = await linkOf(host)
    const { context } = await WindowPage.open(browser, link)
    const cookies = await context.cookies()
    await context.close()
    const open = async (options: PageOptions = {}): Promise<WindowPage> => {
      const desk = new URL('/', link).href
      const window = await WindowPage.open(browser, desk, { ...options, cookies })
      onTestFinished(() => window.context.close())
      return window
    }
    shared = { home, host, open }
  })
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  })
  return () => {
    if (shared === undefined) throw new Error('the host was not started')
    return shared
  }
}

/** Arguments for a market in which no strategy trades: what happens to orders is the hand's. */
export function handsOnly(home: Home): readonly string[] {
  const config = join(home.path, 'hands-only.json')
  writeFileSync(config, JSON.stringify({ strategies: [] }))
  return ['--config', config]
}
