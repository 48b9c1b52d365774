import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket as Line } from 'ws'
import { freePorts } from '../../servers/index.ts'
import { Home, StartedHost } from '../started-host.ts'
import { CHROMIUM, WindowPage, linkOf, shareWindow, startBrowser } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { foundByAxe } from './found-by-axe.ts'

/** Another site on this machine: of the same name, and so of the same cookies, at another port. */
async function startStranger(): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>a stranger</title>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Runs in the stranger's page: what it gets of each thing that it tries. */
async function tryAll(target: string): Promise<Readonly<Record<string, string>>> {
  const loaded = (tag: 'img' | 'script' | 'link', address: string): Promise<string> =>
    new Promise((tell) => {
      const element = document.createElement(tag)
      element.addEventListener('load', () => tell('got it'))
      element.addEventListener('error', () => tell('nothing'))
      if (element instanceof HTMLLinkElement) {
        element.rel = 'stylesheet'
        element.href = address
      } else element.src = address
      document.head.append(element)
    })
  const fetched = (address: string, init: RequestInit): Promise<string> =>
    fetch(address, init).then(
      (answer) => `got ${answer.type}`,
      () => 'nothing',
    )
  const socket = new Promise<string>((tell) => {
    const line = new WebSocket(`${target.replace('http', 'ws')}ws/trading`)
    line.addEventListener('open', () => tell('got in'))
    line.addEventListener('close', () => tell('nothing'))
  })
  const framed = new Promise<string>((tell) => {
    const frame = document.createElement('iframe')
    frame.addEventListener('load', () => {
      tell(frame.contentDocument === null ? 'nothing' : 'got to see it')
    })
    frame.src = target
    document.body.append(frame)
  })
  return {
    fetch: await fetched(target, { credentials: 'include' }),
    blind: await fetched(target, { credentials: 'include', mode: 'no-cors' }),
    post: await fetched(target, { credentials: 'include', mode: 'no-cors', method: 'POST' }),
    image: await loaded('img', `${target}icon.svg`),
    script: await loaded('script', target),
    style: await loaded('link', target),
    socket: await socket,
    frame: await framed,
  }
}

const said = (page: Page) => page.locator('body').innerText()

async function refusedWith(headers: Record<string, string>, address: string): Promise<number> {
  return new Promise((tell) => {
    const socket = new Line(address, { headers })
    socket.on('unexpected-response', (_, { statusCode = 0 }) => tell(statusCode))
    socket.on('open', () => tell(101))
    socket.on('error', () => tell(0))
    onTestFinished(() => socket.terminate())
  })
}

describe.skipIf(CHROMIUM.isAbsent)(`strangers to a window${CHROMIUM.why}`, () => {
  const started = shareWindow()

  it('get nothing and change nothing from a page of theirs in the same browser', async () => {
    const { window } = started()
    const own = new URL(window.page.url()).origin
    const page = await window.context.newPage()
    await page.goto(await startStranger())
    const got = await page.evaluate(tryAll, `${own}/`)
    expect(new Set(Object.values(got))).toEqual(new Set(['nothing']))
    const shown = page.frames().filter((frame) => frame.url().startsWith(own))
    for (const frame of shown) expect(await frame.locator('#page').count()).toBe(0)
    await page.evaluate((target) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = `${target}/ws/trading`
      document.body.append(form)
      form.submit()
    }, own)
    await page.waitForURL(`${own}/**`)
    await expect.poll(() => said(page), PATIENCE).toMatch(/web\.(shape|origin)/)
    await window.phase('following')
    expect(window.complaints).toEqual([])
  })

  it('cannot spend a link that they know from a page of theirs; its owner still can', async () => {
    const host = new StartedHost(new Home(), ['--web-port', '0'])
    const link = await linkOf(host)
    const browser = await startBrowser()
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(await startStranger())
    const blind = await page.evaluate(
      (address) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'got',
          () => 'nothing',
        ),
      link,
    )
    expect([blind, await context.cookies()]).toEqual(['nothing', []])
    const window = await WindowPage.open(browser, link)
    expect(window.complaints).toEqual([])
    // Used, it lets nobody in: neither its owner again nor who stole it, with or without the door.
    const again = await window.context.newPage()
    await again.goto(link)
    await expect.poll(() => said(again), PATIENCE).toMatch(/This link was used.*web\.code/s)
    await page.goto(link)
    await expect.poll(() => said(page), PATIENCE).toMatch(/Press l in the terminal/)
    await page.goto(new URL('/', link).href)
    await expect.poll(() => said(page), PATIENCE).toMatch(/This browser was not let in/)
    expect(await context.cookies()).toEqual([])
  })

  it('are refused a line by another origin, or none, even with the cookie', async () => {
    const { window } = started()
    const own = new URL(window.page.url())
    const [cookie] = await window.context.cookies()
    const address = `ws://${own.host}/ws/trading`
    const Cookie = `${cookie?.name}=${cookie?.value}`
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    const Origin = own.origin
    expect(await refusedWith({ Cookie, Origin: 'http://127.0.0.1:1' }, address)).toBe(403)
    expect(await refusedWith({ Cookie, Origin: 'null' }, address)).toBe(403)
    expect(await refusedWith({ Cookie }, address)).toBe(403)
    expect(await refusedWith({ Cookie, Origin, Host: 'evil.test' }, address)).toBe(403)
    expect(await refusedWith({ Origin }, address)).toBe(401)
    expect(
      await refusedWith({ Origin, Cookie: `${cookie?.name}=${'0'.repeat(64)}` }, address),
    ).toBe(401)
    expect(await refusedWith({ Cookie, Origin }, address)).toBe(101)
  })
})

describe.skipIf(CHROMIUM.isAbsent)(`a link that was used${CHROMIUM.why}`, () => {
  const started = shareWindow()

  it.each([
    ['en-GB', 'dark', /^This link was used.*web\.code.*此链接已使用过.*web\.code/s],
    ['zh-CN', 'light', /^此链接已使用过.*web\.code.*This link was used.*web\.code/s],
  ] as const)(
    'says so in both languages to a reader of %s, in %s',
    async (locale, theme, words) => {
      const { window, browser } = started()
      const context = await browser.newContext({ locale, colorScheme: theme })
      onTestFinished(() => context.close())
      const opened = new WindowPage(await context.newPage(), context)
      const { page } = opened
      const answer = await page.goto(new URL('/enter?code=used', window.page.url()).href)
      expect(answer?.status()).toBe(401)
      expect(await page.locator('main').innerText()).toMatch(words)
      const html = page.locator('html')
      expect(await html.getAttribute('lang')).toBe(locale === 'zh-CN' ? 'zh-CN' : 'en')
      // Its style came, though nobody was let in, and knows the theme that is liked.
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      expect(await ground()).toBe(theme === 'dark' ? 'rgb(7, 9, 12)' : 'rgb(201, 208, 216)')
      expect(await foundByAxe(page)).toEqual([])
      // The browser itself tells of every page that is answered with 401; of nothing else.
      expect(opened.complaints.filter((each) => !each.includes('401'))).toEqual([])
    },
  )
})

describe.skipIf(CHROMIUM.isAbsent)(`a session that is over${CHROMIUM.why}`, () => {
  it('is told in words, with what to do; a fresh link lets the browser in again', async () => {
    const home = new Home()
    const [port = 0] = await freePorts(1)
    const args = ['--web-port', String(port)]
    const first = new StartedHost(home, args)
    const window = await WindowPage.open(await startBrowser(), await linkOf(first))
    const session = join(home.runtime(), 'session')
    first.kill('SIGKILL')
    await window.phase('lost')
    rmSync(session)
    const second = new StartedHost(home, args)
    await window.phase('refused')
    const alert = window.page.locator('.line-bar')
    await expect.poll(() => alert.innerText(), PATIENCE).toMatch(/session is over.*press l/is)
    const buy = window.page.getByRole('button', { name: /^BUY/ })
    await expect.poll(() => buy.getAttribute('aria-disabled'), PATIENCE).toBe('true')
    await window.page.goto(await linkOf(second))
    await window.follows()
    await expect.poll(() => alert.count(), PATIENCE).toBe(0)
  })
})
