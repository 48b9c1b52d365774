import { describe, expect, it } from 'vitest'
import { DOOR_STYLE } from '../../../../src/main/app/web/door-style.ts'
import { DOOR_WORDS } from '../../../../src/main/app/web/door-words.ts'
import type { DoorCode } from '../../../../src/main/app/web/door-words.ts'
import { doorPage, languagesFor, showsPages } from '../../../../src/main/app/web/door.ts'
import { COOKIE, enter, openedWeb, raw, statusOf } from './web-fixture.ts'

const CODES = Object.keys(DOOR_WORDS) as readonly DoorCode[]
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

describe('the page at the door', () => {
  it.each(CODES)('tells of %s in both languages, each marked as what it is', (code) => {
    const page = doorPage(code, 'de')
    const { en, 'zh-CN': zh } = DOOR_WORDS[code]
    const [, english = '', chinese = ''] = page.split('<section ')
    expect(english).toMatch(/^lang="en"/)
    expect(chinese).toMatch(/^lang="zh-CN"/)
    expect(english).toContain(`<h1>${en.happened}</h1>`)
    expect(chinese).toContain(`<h2>${zh.happened}</h2>`)
    for (const section of [english, chinese]) {
      expect(section).toContain('<kbd>l</kbd>')
      expect(section).toContain(`<code>${code}</code>`)
      expect(section).not.toContain('{')
    }
  })

  it('begins with the language that the browser likes best', () => {
    const page = doorPage('web.code', 'zh-CN,zh;q=0.9,en;q=0.8')
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain(`<h1>${DOOR_WORDS['web.code']['zh-CN'].happened}</h1>`)
    expect(page).toContain(`<h2>${DOOR_WORDS['web.code'].en.happened}</h2>`)
    expect(page.indexOf('lang="zh-CN">\n        <h1>')).toBeGreaterThan(0)
  })

  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de-DE,fr;q=0.5', 'en'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['ZH-HANS', 'zh-CN'],
    ['de,zh;q=0.2', 'zh-CN'],
    ['zh,en', 'zh-CN'],
    ['en,zh', 'en'],
    ['zh;q=0.3, en-GB;q=0.7', 'en'],
    ['en;q=0.3, zh-CN;q=0.7', 'zh-CN'],
    ['zh;q=0', 'en'],
    ['zh;q=much', 'en'],
    ['zhuang,*', 'en'],
    [',;,zh;;q=', 'en'],
  ])('takes %j for %s', (header, first) => {
    expect(languagesFor(header)[0]).toBe(first)
    expect(new Set(languagesFor(header))).toEqual(new Set(['en', 'zh-CN']))
  })

  it('has neither script nor style within it, as the policy wants', () => {
    for (const code of CODES)
      expect(doorPage(code, 'en')).not.toMatch(/<script|<style|style=|\son\w+=/)
  })

  it.each([
    [BROWSER, true],
    ['TEXT/HTML', true],
    ['*/*', false],
    ['application/json', false],
    ['text/html;q=0, */*', false],
    ['text/htmlx', false],
    ['', false],
    [undefined, false],
  ])('is for who accepts %j: %s', (accept, shown) => {
    expect(showsPages(accept)).toBe(shown)
  })
})

describe('the door of the local web', () => {
  it('stays a line of text for programs, and a page for browsers', async () => {
    const { web } = await openedWeb()
    const program = await raw(web.port, asked(web.port, '/', 'Accept: */*'))
    expect(statusOf(program)).toBe(401)
    expect(program).toMatch(/content-type: text\/plain/i)
    expect(bodyOf(program)).toBe(
      'this browser was not let in: press l in the terminal, and open the link it prints\n',
    )
    const browser = await raw(web.port, asked(web.port, '/', `Accept: ${BROWSER}`))
    expect(statusOf(browser)).toBe(401)
    expect(bodyOf(browser)).toBe(latin(doorPage('web.session', undefined)))
  })

  it('opens with its code where a link was used, and where nothing is', async () => {
    const opened = await openedWeb()
    const { port } = opened.web
    const used = new URL(opened.web.link())
    await raw(port, asked(port, used.pathname + used.search))
    const again = await raw(
      port,
      asked(port, used.pathname + used.search, `Accept: ${BROWSER}`, 'Accept-Language: zh-CN'),
    )
    expect(statusOf(again)).toBe(401)
    expect(bodyOf(again)).toBe(latin(doorPage('web.code', 'zh-CN')))
    expect(again).not.toContain(used.searchParams.get('code'))
    const cookie = `Cookie: ${COOKIE}=${await enter(opened)}`
    const nowhere = await raw(port, asked(port, '/nowhere', cookie, `Accept: ${BROWSER}`))
    expect(statusOf(nowhere)).toBe(404)
    expect(bodyOf(nowhere)).toBe(latin(doorPage('web.shape', undefined)))
  })

  it('shows its style to whoever has no session, and no other file', async () => {
    const { web } = await openedWeb()
    const style = await raw(web.port, asked(web.port, '/door.css'))
    expect(statusOf(style)).toBe(200)
    expect(style).toMatch(/content-type: text\/css/i)
    expect(style).toContain("default-src 'none'")
    expect(bodyOf(style)).toBe(latin(DOOR_STYLE))
    for (const path of ['/', '/index.html', '/door.css/', '/Door.css', '/door', '/favicon.ico']) {
      expect(statusOf(await raw(web.port, asked(web.port, path)))).toBe(401)
    }
    for (const foreign of ['Origin: http://evil.example', 'Sec-Fetch-Site: same-site']) {
      expect(statusOf(await raw(web.port, asked(web.port, '/door.css', foreign)))).toBe(403)
    }
    const other = asked(web.port, '/door.css').replace('127.0.0.1', 'evil.example')
    expect(statusOf(await raw(web.port, other))).toBe(403)
  })
})

function asked(port: number, target: string, ...headers: readonly string[]): string {
  const lines = [`Host: 127.0.0.1:${port}`, 'Connection: close', ...headers]
  return `GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

function bodyOf(answer: string): string {
  return answer.slice(answer.indexOf('\r\n\r\n') + 4)
}

/** As the bytes of a text read when each is taken for a letter. */
function latin(text: string): string {
  return Buffer.from(text).toString('latin1')
}
