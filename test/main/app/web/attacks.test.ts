import { describe, expect, it } from 'vitest'
import { COOKIE, enter, openedWeb, raw, statusOf } from './web-fixture.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

interface Attack {
  readonly method?: string
  readonly target?: string
  readonly headers?: (own: Own) => Headers
  readonly status: number
}

interface Own {
  readonly port: number
  readonly cookie: string
}

const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='

const page = ({ port, cookie }: Own): Headers => ({
  Host: `127.0.0.1:${port}`,
  Cookie: `${COOKIE}=${cookie}`,
})

const socket = (own: Own): Headers => ({
  ...page(own),
  Origin: `http://127.0.0.1:${own.port}`,
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': KEY,
})

const SOCKET = '/ws/trading'

/** What a browser says besides; another could be made to say more. */
const BROWSER = {
  Accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'Accept-Language': '<script>x-sent</script>,zh;q=0.5',
  'User-Agent': 'x-sent',
  Referer: 'http://x-sent.example/',
}

/** A window that does everything right but for one thing. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  'a page of another name that points here': bad(page, { Host: 'evil.example:PORT' }, 403),
  'a name that begins like ours': bad(page, { Host: '127.0.0.1.evil.example:PORT' }, 403),
  'a host of another port': bad(page, { Host: '127.0.0.1:1' }, 403),
  'a host without a port': bad(page, { Host: '127.0.0.1' }, 403),
  'another address of this machine': bad(page, { Host: '0.0.0.0:PORT' }, 403),
  'an address in other digits': bad(page, { Host: '2130706433:PORT' }, 403),
  'the long form of IPv6': bad(page, { Host: '[::1]:PORT' }, 403),
  'two hosts': bad(page, { Host: ['127.0.0.1:PORT', 'evil.example'] }, 403),
  'an empty host': bad(page, { Host: '' }, 403),
  'a host with a user': bad(page, { Host: 'x@127.0.0.1:PORT' }, 403),
  'a page asked for by another site': bad(page, { Origin: 'http://evil.example' }, 403),
  'a page asked for across sites': bad(page, { 'Sec-Fetch-Site': 'cross-site' }, 403),
  'a page asked for by a sibling site': bad(page, { 'Sec-Fetch-Site': 'same-site' }, 403),
  'no cookie': bad(page, { Cookie: undefined }, 401),
  'an empty cookie': bad(page, { Cookie: `${COOKIE}=` }, 401),
  'a guessed cookie': bad(page, { Cookie: `${COOKIE}=${'A'.repeat(43)}` }, 401),
  'a cookie of another instance': bad(page, { Cookie: 'ghtrader-1111=COOKIE' }, 401),
  'half the secret': bad(page, { Cookie: `${COOKIE}=HALF` }, 401),
  'the secret twice': bad(page, { Cookie: `${COOKIE}=COOKIE; ${COOKIE}=COOKIE` }, 401),
  'the secret in another header': bad(
    page,
    { Cookie: undefined, Authorization: 'Bearer COOKIE' },
    401,
  ),
  'the secret in the address': { target: '/?session=COOKIE', ...without(page), status: 401 },
  posting: { method: 'POST', headers: page, status: 405 },
  putting: { method: 'PUT', headers: page, status: 405 },
  deleting: { method: 'DELETE', headers: page, status: 405 },
  'asking for options': { method: 'OPTIONS', headers: page, status: 405 },
  'climbing out of the folder': { target: '/../package.json', headers: page, status: 404 },
  'climbing out in disguise': { target: '/%2e%2e/package.json', headers: page, status: 404 },
  'climbing by backslash': { target: '/..\\package.json', headers: page, status: 400 },
  'another authority in the path': { target: '//evil.example/', headers: page, status: 400 },
  'an absolute address': { target: 'http://evil.example/', headers: page, status: 400 },
  'a path that is too long': { target: `/${'a'.repeat(3000)}`, headers: page, status: 400 },
  'a header that is too long': bad(page, { 'X-Long': 'a'.repeat(20_000) }, 431),
  'a file that is not of the page': { target: '/session', headers: page, status: 404 },
  'no code': { target: '/enter', headers: page, status: 401 },
  'a guessed code': { target: `/enter?code=${'A'.repeat(43)}`, headers: page, status: 401 },
  'two codes': { target: '/enter?code=a&code=b', headers: page, status: 401 },
  'the secret as the code': { target: '/enter?code=COOKIE', headers: page, status: 401 },
  'the socket as a page': { target: SOCKET, headers: page, status: 400 },
  'a socket of another site': at(bad(socket, { Origin: 'http://evil.example' }, 403)),
  'a socket of another port of ours': at(bad(socket, { Origin: 'http://127.0.0.1:1' }, 403)),
  'a socket of the other name': at(bad(socket, { Origin: 'http://localhost:PORT' }, 403)),
  'a socket over TLS': at(bad(socket, { Origin: 'https://127.0.0.1:PORT' }, 403)),
  'a socket of a file': at(bad(socket, { Origin: 'null' }, 403)),
  'a socket without an origin': at(bad(socket, { Origin: undefined }, 403)),
  'a socket of two origins': at(
    bad(socket, { Origin: ['http://127.0.0.1:PORT', 'http://evil.example'] }, 403),
  ),
  'a socket of another host': at(bad(socket, { Host: 'evil.example:PORT' }, 403)),
  'a socket without a cookie': at(bad(socket, { Cookie: undefined }, 401)),
  'a socket with a guessed cookie': at(bad(socket, { Cookie: `${COOKIE}=guess` }, 401)),
  'a socket across sites': at(bad(socket, { 'Sec-Fetch-Site': 'cross-site' }, 403)),
  'a socket elsewhere': { target: '/ws/other', headers: socket, status: 404 },
  'a socket that posts': { method: 'POST', target: SOCKET, headers: socket, status: 405 },
  'a socket since never': { target: `${SOCKET}?since=-1`, headers: socket, status: 400 },
  'a socket since a number alone': { target: `${SOCKET}?since=7`, headers: socket, status: 400 },
  'a socket since words': { target: `${SOCKET}?since=x`, headers: socket, status: 400 },
  'a socket with more to say': {
    target: `${SOCKET}?since=1&admin=1`,
    headers: socket,
    status: 400,
  },
  'a socket of an old protocol': at(bad(socket, { 'Sec-WebSocket-Version': '7' }, 400)),
  'a socket with a broken key': at(bad(socket, { 'Sec-WebSocket-Key': 'x' }, 400)),
  'a socket that wants something else': at(bad(socket, { Upgrade: 'h2c' }, 400)),
}

describe('the local web', () => {
  it('knows at least forty attacks', () =>
    expect(Object.keys(ATTACKS).length).toBeGreaterThanOrEqual(40))

  it.each(Object.entries(ATTACKS))('refuses %s, and nothing comes of it', async (_, attack) => {
    const opened = await openedWeb()
    const own = { port: opened.web.port, cookie: await enter(opened) }
    const answer = await raw(own.port, requestOf(attack, own))
    expect(statusOf(answer)).toBe(attack.status)
    expect(answer.toLowerCase()).not.toContain('set-cookie')
    expect(answer).not.toContain('the page')
    expect(answer).not.toContain(own.cookie)
    expect([opened.windows, opened.said]).toEqual([[], []])
  })

  // A line too long is refused by the server itself, before anything is asked.
  const told = Object.entries(ATTACKS).filter(([, { status }]) => status !== 431)
  it.each(told)(
    'tells a browser of %s in fixed words, and nothing that it sent',
    async (_, attack) => {
      const opened = await openedWeb()
      const own = { port: opened.web.port, cookie: await enter(opened) }
      const { headers } = attack
      const asked = { ...attack, headers: (each: Own) => ({ ...headers?.(each), ...BROWSER }) }
      const answer = await raw(own.port, requestOf(asked, own))
      expect(statusOf(answer)).toBe(attack.status)
      expect(answer.toLowerCase()).not.toContain('set-cookie')
      for (const sent of [
        'the page',
        own.cookie,
        'evil',
        'aaaa',
        'AAAA',
        'package.json',
        'x-sent',
      ]) {
        expect(answer).not.toContain(sent)
      }
      expect([opened.windows, opened.said]).toEqual([[], []])
      if (headers?.(own)['Upgrade'] !== undefined) return
      expect(answer).toMatch(/content-type: text\/html; charset=utf-8\r\n/i)
      expect(answer).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    },
  )

  it('lets the very same window in when it does everything right', async () => {
    const opened = await openedWeb()
    const own = { port: opened.web.port, cookie: await enter(opened) }
    expect(statusOf(await raw(own.port, requestOf({ headers: page, status: 200 }, own)))).toBe(200)
    const wanted = { target: `${SOCKET}?since=3.7`, headers: socket, status: 101 }
    expect(statusOf(await raw(own.port, requestOf(wanted, own)))).toBe(101)
    expect(opened.windows.map(({ since }) => since)).toEqual([{ life: 3, position: 7 }])
  })
})

/** A good request with some headers replaced, or left out where undefined. */
function bad(good: (own: Own) => Headers, changes: Headers, status: number): Attack {
  return { headers: (own) => ({ ...good(own), ...changes }), status }
}

function at(attack: Attack): Attack {
  return { ...attack, target: SOCKET }
}

function without(good: (own: Own) => Headers): Pick<Attack, 'headers'> {
  return { headers: (own) => ({ ...good(own), Cookie: undefined }) }
}

function requestOf({ method = 'GET', target = '/', headers }: Attack, own: Own): string {
  const filled = (text: string): string =>
    text
      .replaceAll('PORT', String(own.port))
      .replaceAll('COOKIE', own.cookie)
      .replaceAll('HALF', own.cookie.slice(0, 20))
  const lines = Object.entries({ Connection: 'close', ...headers?.(own) }).flatMap(
    ([name, value]) =>
      (typeof value === 'string' ? [value] : (value ?? [])).map((each) => `${name}: ${each}`),
  )
  return filled(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
}
