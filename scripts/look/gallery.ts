/**
 * `npx tsx scripts/look/gallery.ts [folder] [name …] [plain]`: pictures of the window in every
 * state and every look, from the built workstation on the built-in market, into `folder` (a folder
 * for temporary files, unless said otherwise), of all states or those whose names begin so; with
 * `plain` each as the window comes alone.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Look } from './looked-page.ts'
import { openPage, sizeOf, startChromium } from './looked-page.ts'
import type { Scene } from './scene.ts'
import { SCENES } from './scenes.ts'
import { startWorkstation } from './workstation.ts'

const SIZES = ['1440x900', '1920x1080']

const PLAIN = 'plain'

const [folder = 'gallery', ...told] = process.argv.slice(2)
const wanted = told.filter((word) => word !== PLAIN)
const isPlain = told.includes(PLAIN)
const out = resolve(tmpdir(), 'look', folder)
mkdirSync(out, { recursive: true })

const isWanted = (name: string): boolean =>
  wanted.length === 0 || wanted.some((each) => name.startsWith(each))

const browser = await startChromium()
try {
  if (isWanted('look')) await allLooks(browser)
  for (const [name, scene] of Object.entries(SCENES)) {
    if (isWanted(name)) await oneScene(browser, name, scene)
  }
} finally {
  await browser.close()
}

/** The desk and the system in all themes, languages and densities. */
async function allLooks(browser: Browser): Promise<void> {
  const workstation = await startWorkstation()
  try {
    const page = await openPage(browser, workstation.link)
    await page.waitForTimeout(20_000)
    for (const look of looks()) {
      await page.evaluate((kept) => {
        localStorage.setItem('ghtrader.preferences', JSON.stringify({ ...kept, sounds: false }))
      }, look)
      await page.reload()
      await page.waitForTimeout(3_000)
      const name = `look-${look.theme}-${look.language}-${look.density}`
      await picture(page, `${name}-desk`, SIZES)
      await page.keyboard.press('F4')
      await picture(page, `${name}-system`, SIZES)
      await page.keyboard.press('F1')
    }
    await page.context().close()
  } finally {
    await workstation.end()
  }
}

function looks(): readonly Required<Look>[] {
  return ['dark', 'light'].flatMap((theme) =>
    ['en', 'zh'].flatMap((language) =>
      ['compact', 'regular'].map((density) => ({ theme, language, density, scheme: 'auto' })),
    ),
  )
}

async function oneScene(browser: Browser, name: string, scene: Scene): Promise<void> {
  for (const look of isPlain ? [{}] : (scene.looks ?? [{}])) {
    await oneLook(browser, [name, ...wordsOf(look)].join('-'), scene, look)
  }
}

function wordsOf({ theme, language, density, scheme }: Look): readonly string[] {
  return [theme, language, density, scheme].filter((word) => word !== undefined)
}

async function oneLook(browser: Browser, name: string, scene: Scene, look: Look): Promise<void> {
  const workstation = await startWorkstation(scene.args)
  let page: Page | undefined
  try {
    page = await openPage(browser, workstation.link, look, '/', scene.scale)
    const shown = (await scene.set(page, workstation)) ?? page
    await picture(shown, name, scene.sizes ?? SIZES)
  } catch (error) {
    // One that does not come about is told, and the others are taken.
    console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    // One that is left open would draw on beside those that come after it.
    await page?.context().close()
    await workstation.end()
  }
}

async function picture(page: Page, name: string, sizes: readonly string[]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(sizeOf(size))
    await page.waitForTimeout(900)
    const path = join(out, `${name}-${size}.png`)
    await page.screenshot({ path })
    console.log(path)
  }
}
