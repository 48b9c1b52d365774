import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, DENSITIES, SCHEMES, THEMES } from '../../../src/renderer/preferences/index.ts'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, shareWindow } from './browser.ts'
import { PATIENCE, fillTicket, sideButton } from './desk-page.ts'
import { closed, opened } from './page-keys.ts'

/** What the page's root says of how it looks. */
const lookOf = (page: Page) =>
  page.evaluate(() => {
    const { lang, dataset } = document.documentElement
    return [lang, dataset['theme'], dataset['density'], dataset['scheme']]
  })

/** Words of tabs and of heads of tables that can be seen. */
const heads = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.dock-tab, [role="columnheader"], thead th')]
      .filter((head) => head.offsetParent !== null)
      .map((head) => (head.textContent ?? '').trim()),
  )

/** Symbols, and what is written so in Chinese too. */
const ALIKE =
  /\b(cu|au|ag|p50|p99|p95|max|ms|PID|pid|CPU|RSS|ID|Id|MB|FAK|FOK|ONNX)\b|[↑↓▲▼µs%/sΔ]/g

const SIZES = [
  [1440, 900],
  [1920, 1080],
  [1400, 900],
  [1280, 800],
  [1100, 700],
  [800, 600],
  // A window of 1440 × 900 at 200 %.
  [720, 450],
] as const

/** What is wrong with the top bar: covered, cut off, or its parts over one another. */
const troubleOfBar = (page: Page) =>
  page.evaluate(() => {
    const trouble: string[] = []
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > innerWidth) trouble.push(`scrolls sideways by ${scrollWidth - innerWidth}`)
    if (scrollHeight > innerHeight) trouble.push(`scrolls down by ${scrollHeight - innerHeight}`)
    const bar = document.querySelector('.top-bar')!
    const { left, right, top, bottom } = bar.getBoundingClientRect()
    for (let x = left + 2; x < right - 2; x += 7) {
      const over = document.elementFromPoint(x, (top + bottom) / 2)
      if (over?.closest('.top-bar') !== bar) trouble.push(`covered at ${x} by ${over?.className}`)
    }
    const button = document.querySelector('.flatten-button')!.getBoundingClientRect()
    if (button.right > innerWidth || button.width < 60) trouble.push('flatten is cut off')
    const seen = [...bar.children]
      .map((part) => ({ name: part.className, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
    for (const [index, part] of seen.entries()) {
      const next = seen[index + 1]
      if (next !== undefined && part.box.right > next.box.left + 1) {
        trouble.push(`${part.name} lies under ${next.name}`)
      }
    }
    for (const part of bar.children) {
      if (part.scrollWidth > part.clientWidth + 1 && !part.matches('.bar-space')) {
        trouble.push(`${part.className} is cut off`)
      }
    }
    return trouble.map((words) => `${words}, at ${innerWidth}`)
  })

/** Words of the chart's stamp that are cut off: what is heard, and what is missing. */
const troubleOfStamp = (page: Page) =>
  page.evaluate(() => {
    const words = document.querySelectorAll('.chart-quality-heard, .chart-quality-lacks')
    if (words.length < 2) return ['there is no stamp']
    const tools = document.querySelector('.chart-tools')!.getBoundingClientRect()
    const edge = document.querySelector('.chart-edge')!.getBoundingClientRect()
    return [...words, document.querySelector('.chart-edge')!]
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect()
        const end = each.matches('.chart-edge') ? tools.right : edge.left
        return left < tools.left || right > end + 1 || width < 1
      })
      .map((each) => `${each.textContent} is cut off, at ${innerWidth}`)
  })

describe.skipIf(CHROMIUM.isAbsent)(`looks of a window${CHROMIUM.why}`, () => {
  const started = shareWindow()

  it.each(LANGUAGES.flatMap((language) => THEMES.map((theme) => [language, theme] as const)))(
    'in %s and %s, of both densities and all schemes, open without a complaint',
    async (language, theme) => {
      const { window } = started()
      const { page } = window
      for (const density of DENSITIES) {
        for (const scheme of SCHEMES) {
          const kept = { language, theme, density, scheme, sounds: false }
          await window.context.addInitScript((value) => {
            localStorage.setItem('ghtrader.preferences', JSON.stringify(value))
          }, kept)
          await page.reload()
          await window.follows()
          const lang = language === 'zh' ? 'zh-CN' : 'en'
          await expect.poll(() => lookOf(page)).toEqual([lang, theme, density, scheme])
        }
      }
      expect(window.complaints).toEqual([])
    },
  )

  it('have stronger texts and lines for who asks the system for more contrast', async () => {
    const { page } = started().window
    const tokens = (names: readonly string[]) =>
      page.evaluate((wanted) => {
        const style = getComputedStyle(document.documentElement)
        return wanted.map((name) => style.getPropertyValue(name).trim())
      }, names)
    const [strong, line] = await tokens(['--fg-2', '--line-3'])
    const faint = ['--fg-3', '--fg-4', '--line-1', '--line-2'] as const
    expect((await tokens(faint)).filter((each) => each === strong || each === line)).toEqual([])
    await page.emulateMedia({ contrast: 'more' })
    await expect.poll(() => tokens(faint), PATIENCE).toEqual([strong, strong, line, line])
    await page.emulateMedia({ contrast: null })
  })

  it('in Chinese show no English in heads of panels and tables', async () => {
    const { window } = started()
    const { page } = window
    await setLanguage(window, 'zh')
    for (const key of ['F1', 'F4']) {
      await page.keyboard.press(key)
      await expect.poll(async () => (await heads(page)).length, PATIENCE).toBeGreaterThan(20)
      const english = async () =>
        (await heads(page)).filter((text) => /[a-z]{2}/i.test(text.replace(ALIKE, '')))
      await expect.poll(english, PATIENCE).toEqual([])
    }
    await page.keyboard.press('F1')
  })

  it.each(SIZES)('at %i × %i: the top bar is whole, and nothing scrolls', async (width, height) => {
    const { window } = started()
    const { page } = window
    await page.setViewportSize({ width, height })
    for (const language of LANGUAGES) {
      await setLanguage(window, language)
      await expect.poll(() => troubleOfBar(page), PATIENCE).toEqual([])
    }
    for (const key of ['Control+k', 'Control+/']) {
      await opened(page, key, page.getByRole('dialog'))
      await expect.poll(() => troubleOfBar(page), PATIENCE).toEqual([])
      await closed(page)
    }
    await page.keyboard.press('F4')
    await expect.poll(() => troubleOfBar(page), PATIENCE).toEqual([])
    await page.keyboard.press('F1')
  })

  it('at every size the stamp of the chart says whole what is heard, and what is missing', async () => {
    const { window } = started()
    const { page } = window
    for (const language of LANGUAGES) {
      await setLanguage(window, language)
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        await expect.poll(() => troubleOfStamp(page), PATIENCE).toEqual([])
      }
    }
  })

  it('keep the form of the ticket whole above two lines of why', async () => {
    const { page } = started().window
    const cut = () =>
      page.evaluate(() => {
        const why = document.querySelector('.ticket-command')!
        why.textContent =
          '! Not sent: the feed is silent for 10 s, over 1.0 s; the quote is 10 s old'
        const form = document.querySelector('.ticket-form')!
        const lines = why.clientHeight / Number.parseFloat(getComputedStyle(why).lineHeight)
        return [lines, form.scrollHeight - form.clientHeight]
      })
    for (const density of DENSITIES) {
      await page.evaluate((value) => (document.documentElement.dataset['density'] = value), density)
      for (const [width, height] of SIZES.slice(0, 2)) {
        await page.setViewportSize({ width, height })
        await expect.poll(cut, PATIENCE).toEqual([2, 0])
      }
    }
  })

  it('with a halt: the bar below says so, and the top bar stays whole at all sizes', async () => {
    const { window } = started()
    const { page } = window
    await setLanguage(window, 'en')
    await page.setViewportSize({ width: 1440, height: 900 })
    await fillTicket(window, { lots: 1 })
    await sideButton(window, 'BUY').click()
    await page.keyboard.down('F12')
    const bar = page.locator('.halt-bar-button')
    await expect.poll(() => bar.count(), PATIENCE).toBe(1)
    await page.keyboard.up('F12')
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      const right = async (): Promise<number> => {
        const box = await bar.boundingBox()
        return (box?.x ?? width) + (box?.width ?? 0)
      }
      await expect.poll(() => troubleOfBar(page), PATIENCE).toEqual([])
      await expect.poll(right, PATIENCE).toBeLessThanOrEqual(width)
    }
    expect(window.complaints).toEqual([])
  })
})

async function setLanguage({ page }: WindowPage, language: 'en' | 'zh'): Promise<void> {
  const lang = language === 'zh' ? 'zh-CN' : 'en'
  const now = () => page.evaluate(() => document.documentElement.lang)
  if ((await now()) !== lang) await page.keyboard.press('Control+Shift+L')
  await expect.poll(now, PATIENCE).toBe(lang)
}
