import { chmodSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { LARGEST_INBOUND, openWeb } from '../../../../src/main/app/web/index.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { COOKIE, enter, openedWeb, raw, statusOf } from './web-fixture.ts'
import type { Opened } from './web-fixture.ts'

const HOUR = 3_600_000

describe('the link in the terminal', () => {
  it('lets one browser in, once', async () => {
    const opened = await openedWeb()
    const link = opened.web.link()
    expect(statusOf(await visit(opened, link))).toBe(303)
    expect(statusOf(await visit(opened, link))).toBe(401)
  })

  it('is worth nothing after a minute, after a fresh one, and after five wrong guesses', async () => {
    const opened = await openedWeb()
    const late = opened.web.link()
    opened.wait(60_000)
    expect(statusOf(await visit(opened, late))).toBe(401)
    const older = opened.web.link()
    opened.web.link()
    expect(statusOf(await visit(opened, older))).toBe(401)
    const guessed = opened.web.link()
    for (let guess = 0; guess < 5; guess++) await visit(opened, `${guessed}x`)
    expect(statusOf(await visit(opened, guessed))).toBe(401)
  })

  it('gives a cookie that no script reads and no other site sends', async () => {
    const opened = await openedWeb()
    const answer = await visit(opened, opened.web.link())
    expect(/set-cookie: (.*)\r\n/i.exec(answer)?.[1]).toMatch(
      new RegExp(`^${COOKIE}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/; Max-Age=43200$`),
    )
    expect(answer).toMatch(/location: \/\r\n/i)
  })
})

describe('the session', () => {
  it('is kept where only this user can read, and outlives the server', async () => {
    const first = await openedWeb()
    const cookie = await enter(first)
    const path = join(first.runtime, 'session')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toContain(cookie)
    const second = await openedWeb(first.runtime, 1_700_000_000_000 + HOUR)
    expect(statusOf(await visit(second, `http://127.0.0.1:${second.web.port}/`, cookie))).toBe(200)
  })

  it('ends after twelve hours', async () => {
    const opened = await openedWeb()
    const cookie = await enter(opened)
    const address = `http://127.0.0.1:${opened.web.port}/`
    opened.wait(12 * HOUR - 1)
    expect(statusOf(await visit(opened, address, cookie))).toBe(200)
    opened.wait(1)
    expect(statusOf(await visit(opened, address, cookie))).toBe(401)
  })

  it('is another one where others could have read it', async () => {
    const first = await openedWeb()
    const cookie = await enter(first)
    chmodSync(join(first.runtime, 'session'), 0o644)
    const second = await openedWeb(first.runtime)
    expect(statusOf(await visit(second, `http://127.0.0.1:${second.web.port}/`, cookie))).toBe(401)
  })
})

describe('a page', () => {
  it('comes with the policy that lets nothing else in', async () => {
    const opened = await openedWeb()
    const cookie = await enter(opened)
    const answer = await visit(opened, `http://127.0.0.1:${opened.web.port}/`, cookie)
    expect(answer).toContain("default-src 'none'; script-src 'self'")
    expect(answer).not.toContain('unsafe')
    expect(answer).toMatch(/x-content-type-options: nosniff/i)
    expect(answer).toContain('the page')
  })
})

describe('the socket of a window', () => {
  it('passes what is said, both ways', async () => {
    const opened = await openedWeb()
    const window = await openWindow(opened)
    window.send(Buffer.from('hello'))
    await until(() => opened.said.length === 1)
    expect(opened.said.map(String)).toEqual(['hello'])
  })

  it('is closed by a message that is too long, and others live on', async () => {
    const opened = await openedWeb()
    const [greedy, modest] = [await openWindow(opened), await openWindow(opened)]
    const closed = new Promise<number>((resolve) => greedy.on('close', resolve))
    greedy.send(Buffer.alloc(LARGEST_INBOUND + 1))
    expect(await closed).toBe(1009)
    modest.send(Buffer.alloc(LARGEST_INBOUND))
    await until(() => opened.said.length === 1)
    expect(opened.said.map(({ length }) => length)).toEqual([LARGEST_INBOUND])
  })

  it('is refused to the seventeenth window', async () => {
    const opened = await openedWeb()
    const cookie = await enter(opened)
    for (let count = 0; count < 16; count++) await openWindow(opened, cookie)
    await expect(openWindow(opened, cookie)).rejects.toThrow('403')
  })
})

it('says which port is taken, and how to choose another', async () => {
  const other = createServer()
  onTestFinished(() => void other.close())
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port))
  })
  const opened = await openWeb({
    port,
    instance: '0f0f',
    runtime: temporaryFolder(),
    pages: new Map(),
    onWindow: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => 0,
  })
  expect(opened).toEqual({
    ok: false,
    error: {
      code: 'web.port',
      message:
        `port ${port} of 127.0.0.1 is taken by another program: choose another with --web-port, ` +
        'or none with --no-web',
    },
  })
})

function visit({ web }: Opened, address: string, cookie?: string): Promise<string> {
  const { pathname, search } = new URL(address)
  const held = cookie === undefined ? '' : `Cookie: ${COOKIE}=${cookie}\r\n`
  const head = `GET ${pathname}${search} HTTP/1.1\r\nHost: 127.0.0.1:${web.port}\r\n`
  return raw(web.port, `${head}${held}Connection: close\r\n\r\n`)
}

async function openWindow(opened: Opened, cookie?: string): Promise<WebSocket> {
  const held = cookie ?? (await enter(opened))
  const { port } = opened.web
  const window = new WebSocket(`ws://127.0.0.1:${port}/ws/trading`, {
    headers: { Cookie: `${COOKIE}=${held}`, Origin: `http://127.0.0.1:${port}` },
  })
  onTestFinished(() => window.terminate())
  await new Promise((resolve, reject) => {
    window.on('open', resolve)
    window.on('error', reject)
  })
  return window
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not come to pass')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
