/**
 * `npx tsx scripts/look/index.ts [name=value …]`: starts the built workstation on the built-in
 * market in a folder of its own, looks at it in a browser of Chromium's kind, and takes pictures.
 *
 * size=1440x900,1920x1080   several make several pictures
 * theme=dark|light density=compact|regular scheme=auto|cn|intl|cb language=en|zh
 * forced=active   the person's own colours in place of the page's
 * after=6       seconds from the first price to the first picture
 * keys=F4,F1    keys pressed one after the other before the pictures
 * click=.css    a place clicked before the pictures, after the keys
 * hold=F12      a key held long enough, after that; then two seconds are waited
 * lost=yes      the workstation is killed before the pictures, so that its line is lost
 * path=/        page of the window
 * out=desk      the pictures' names begin so; in a folder for temporary files where it is relative
 * args="--replay file --speed 10"   further arguments of the workstation
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { holdKey, openPage, sizeOf, startChromium } from './looked-page.ts'
import { startWorkstation } from './workstation.ts'

const given = Object.fromEntries(
  process.argv.slice(2).map((each) => {
    const [name = '', ...value] = each.split('=')
    return [name, value.join('=')]
  }),
)
const option = (name: string, usual: string): string => given[name] ?? usual

if ('--help' in given || 'help' in given) {
  console.log('see the head of scripts/look/index.ts')
} else {
  await look()
}

async function look(): Promise<void> {
  const workstation = await startWorkstation(option('args', '').split(' ').filter(Boolean))
  try {
    const browser = await startChromium()
    try {
      const page = await openPage(browser, workstation.link, given, option('path', '/'))
      await takePictures(page, () => void workstation.child.kill('SIGKILL'))
    } finally {
      await browser.close()
    }
  } finally {
    await workstation.end()
  }
}

async function takePictures(page: Page, kill: () => void): Promise<void> {
  const out = resolve(tmpdir(), 'look', option('out', 'desk'))
  mkdirSync(dirname(out), { recursive: true })
  await page.waitForTimeout(Number(option('after', '6')) * 1000)
  for (const key of option('keys', '').split(',').filter(Boolean)) await page.keyboard.press(key)
  const place = option('click', '')
  if (place !== '') await page.click(place)
  const held = option('hold', '')
  if (held !== '') await holdKey(page, held)
  if (option('lost', '') !== '') {
    kill()
    await page.waitForTimeout(2500)
  }
  for (const size of option('size', '1440x900').split(',')) {
    await page.setViewportSize(sizeOf(size))
    await page.waitForTimeout(700)
    const path = `${out}-${size}.png`
    await page.screenshot({ path })
    console.log(path)
  }
}
