import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/setup/chromium.mjs'
import { thisMachine } from '../../scripts/setup/surroundings.mjs'
import { median } from './pinned.ts'
import { buildPrograms } from './start/build-program.ts'

const TIMES = 5
const SETTLES_FOR = 2_000
const FIRST_PRICE_WITHIN = 60_000
const LINK = /(http:\/\/127\.0\.0\.1:\d+\/\S*)/
const READY = /^everything that trades is ready/m

/** Milliseconds from the start of a program. */
interface Start {
  /** Its link is printed, and asked for. */
  readonly link: number
  /** The browser got the page. */
  readonly page: number
  /** It said that everything that trades is ready; NaN where it had not. */
  readonly ready: number
  /** The first price is in the page. */
  readonly price: number
}

/**
 * From the start of node to the first price in a browser that runs already, each time in an empty
 * folder, by turns with a bare server of one page.
 *
 * @param args `times=5` starts of each.
 */
export async function benchStart(args: readonly string[]): Promise<Record<string, number>> {
  const told = args.find((arg) => arg.startsWith('times='))?.slice('times='.length)
  const chrome = findChromium(thisMachine())
  if (!chrome.there) throw new Error('there is no browser; run npm run setup')
  const programs = await buildPrograms()
  const browser = await chromium.launch({ executablePath: String(chrome.path) })
  const starts: Start[] = []
  const floors: Start[] = []
  try {
    for (let count = 0; count < Number(told ?? TIMES); count++) {
      floors.push(await startOf(browser, programs.floor, []))
      starts.push(await startOf(browser, programs.workstation, ['--web-port', '0', '--terminal']))
      console.error(JSON.stringify({ floor: floors.at(-1), start: starts.at(-1) }))
    }
  } finally {
    await browser.close()
  }
  const middle = (of: readonly Start[], stage: keyof Start): number =>
    Math.round(median(of.map((each) => each[stage])))
  return {
    ms: middle(starts, 'price'),
    floor_ms: middle(floors, 'price'),
    link_ms: middle(starts, 'link'),
    page_ms: middle(starts, 'page'),
    floor_link_ms: middle(floors, 'link'),
    starts: starts.length,
    load: Math.round((loadavg()[0] ?? NaN) * 100) / 100,
  }
}

async function startOf(browser: Browser, program: string, args: readonly string[]): Promise<Start> {
  const home = mkdtempSync(join(tmpdir(), 'gs-'))
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // A new page works on in the background for most of a second, which is no part of a start.
  await page.waitForTimeout(SETTLES_FOR)
  const begun = performance.now()
  const since = (): number => performance.now() - begun
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      XDG_CONFIG_HOME: home,
      GHTRADER_DATA: join(home, 'data'),
      GHTRADER_RUNTIME: join(home, 'run'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  try {
    let said = ''
    let ready = NaN
    const link = await new Promise<string>((found, failed) => {
      child.stdout.on('data', (bytes: Buffer) => {
        said += String(bytes)
        if (Number.isNaN(ready) && READY.test(said)) ready = since()
        const named = LINK.exec(said)?.[1]
        if (named !== undefined) found(named)
      })
      child.stdout.on('end', () => failed(new Error(`${program} gave no link:\n${said}`)))
    })
    const linkAt = since()
    await page.goto(link, { waitUntil: 'commit' })
    const pageAt = since()
    await page.waitForFunction(
      () => /\d/.test(document.querySelector('.quote-last')?.textContent ?? ''),
      null,
      { timeout: FIRST_PRICE_WITHIN },
    )
    return { link: linkAt, page: pageAt, price: since(), ready }
  } finally {
    await context.close()
    child.kill('SIGTERM')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
}
