/**
 * `npx tsx scripts/look/index.ts [name=value …]`: starts the built workstation on the built-in
 * market in a folder of its own, looks at it in a browser of Chromium's kind, and takes pictures.
 *
 * size=1440x900,1920x1080   several make several pictures
 * theme=dark|light density=compact|regular scheme=auto|cn|intl|cb language=en|zh
 * after=6       seconds from the first price to the first picture
 * keys=F4,F1    keys pressed one after the other before the pictures
 * click=.css    a place clicked before the pictures, after the keys
 * hold=F12      a key held for a second, after that; then two seconds are waited
 * lost=yes      the workstation is killed before the pictures, so that its line is lost
 * path=/        page of the window
 * out=desk      the pictures' names begin so; in a folder for temporary files where it is relative
 * args="--replay file --speed 10"   further arguments of the workstation
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../setup/chromium.mjs'
import { thisMachine } from '../setup/surroundings.mjs'

const root = resolve(import.meta.dirname, '../..')
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
  const place = mkdtempSync(join(tmpdir(), 'gl-'))
  const { env } = process
  const browserPath = findChromium(thisMachine())
  if (!browserPath.there) throw new Error('there is no browser; run npm run setup')
  const more = option('args', '').split(' ').filter(Boolean)
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/headless.js'), '--web-port', '0', ...more],
    {
      env: {
        PATH: env['PATH'] ?? '',
        XDG_CONFIG_HOME: place,
        GHTRADER_DATA: join(place, 'data'),
        GHTRADER_RUNTIME: join(place, 'run'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => child.once('close', resolve))
  try {
    const link = await linkOf(child.stdout)
    const browser = await chromium.launch({ executablePath: String(browserPath.path) })
    try {
      await takePictures(browser, link, () => void child.kill('SIGKILL'))
    } finally {
      await browser.close()
    }
  } finally {
    child.kill('SIGINT')
    await ended
    rmSync(place, { recursive: true, force: true })
  }
}

function linkOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    output.on('data', (bytes: Buffer) => {
      said += String(bytes)
      const link = /(http:\/\/127\.0\.0\.1:\d+\/enter\?code=\S+)/.exec(said)?.[1]
      if (link !== undefined) found(link)
    })
    output.on('end', () => failed(new Error(`the workstation gave no link:\n${said}`)))
  })
}

async function takePictures(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  link: string,
  kill: () => void,
): Promise<void> {
  const out = resolve(tmpdir(), 'look', option('out', 'desk'))
  mkdirSync(dirname(out), { recursive: true })
  const preferences = {
    language: option('language', 'en'),
    theme: option('theme', 'dark'),
    density: option('density', 'compact'),
    scheme: option('scheme', 'auto'),
    sounds: false,
  }
  const context = await browser.newContext({ viewport: sizeOf('1440x900') })
  await context.addInitScript((kept) => {
    localStorage.setItem('ghtrader.preferences', JSON.stringify(kept))
  }, preferences)
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      console.log(`${message.type()}: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => console.log(`page error: ${error.stack ?? error.message}`))
  await page.goto(link)
  if (option('path', '/') !== '/') await page.goto(new URL(option('path', '/'), link).href)
  await page.waitForFunction(
    () => Number(document.documentElement.dataset['quotes'] ?? 0) > 0,
    null,
    {
      timeout: 30_000,
    },
  )
  await page.waitForTimeout(Number(option('after', '6')) * 1000)
  for (const key of option('keys', '').split(',').filter(Boolean)) await page.keyboard.press(key)
  const place = option('click', '')
  if (place !== '') await page.click(place)
  const held = option('hold', '')
  if (held !== '') {
    await page.keyboard.down(held)
    await page.waitForTimeout(1000)
    await page.keyboard.up(held)
    await page.waitForTimeout(2000)
  }
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

function sizeOf(text: string): { width: number; height: number } {
  const [width = 1440, height = 900] = text.split('x').map(Number)
  return { width, height }
}
