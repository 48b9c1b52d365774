import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from '../setup/chromium.mjs'
import { thisMachine } from '../setup/surroundings.mjs'

/** What a window keeps of a person's choices; what is not named is as usual. */
export interface Look {
  readonly language?: string
  readonly theme?: string
  readonly density?: string
  readonly scheme?: string
}

/** `forced=active`: the person's own colours in place of the page's. */
interface OwnColours {
  readonly forced?: string
}

export async function startChromium(): Promise<Browser> {
  const found = findChromium(thisMachine())
  if (!found.there) throw new Error('there is no browser; run npm run setup')
  return chromium.launch({ executablePath: String(found.path) })
}

/** A page that shows prices; what it complains of is printed. */
export async function openPage(
  browser: Browser,
  link: string,
  { forced, ...look }: Look & OwnColours = {},
  path = '/',
  scale = 1,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: sizeOf('1440x900'),
    deviceScaleFactor: scale,
    ...(forced === 'active' && { forcedColors: 'active', colorScheme: 'dark' }),
  })
  const usual = { language: 'en', theme: 'dark', density: 'compact', scheme: 'auto' }
  await context.addInitScript(
    (kept) => {
      // Kept once, so that what is changed in the window outlives a reload.
      if (localStorage.getItem('ghtrader.preferences') !== null) return
      localStorage.setItem('ghtrader.preferences', JSON.stringify(kept))
    },
    { ...usual, ...look, sounds: false },
  )
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      console.log(`${message.type()}: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => console.log(`page error: ${error.stack ?? error.message}`))
  await page.goto(link)
  if (path !== '/') await page.goto(new URL(path, link).href)
  await pricesCome(page)
  return page
}

export async function pricesCome(page: Page): Promise<void> {
  await page.waitForFunction(
    () => Number(document.documentElement.dataset['quotes'] ?? 0) > 0,
    null,
    { timeout: 60_000 },
  )
}

export function sizeOf(text: string): { width: number; height: number } {
  const [width = 1440, height = 900] = text.split('x').map(Number)
  return { width, height }
}

/** Something that is done by holding a key, for longer than it takes even on a busy machine. */
export async function holdKey(page: Page, key: string): Promise<void> {
  await page.keyboard.down(key)
  await page.waitForTimeout(1500)
  await page.keyboard.up(key)
  await page.waitForTimeout(2000)
}
