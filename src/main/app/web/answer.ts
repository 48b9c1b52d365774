import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Admission } from './admission.ts'
import { DOOR_STYLE } from './door-style.ts'
import { doorPage, showsPages } from './door.ts'
import { PAGE_POLICY } from './page-policy.ts'
import type { PageFile } from './pages.ts'

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

type Refusal = Extract<Admission, { kind: 'refused' }>

const NOTHING_HERE: Refusal = {
  kind: 'refused',
  status: 404,
  code: 'web.shape',
  message: 'nothing is here',
}

/** @param cookie what lets a browser in, made only for whom it is given. */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, PageFile>,
  admission: Admission,
  cookie: () => string,
): void {
  // Nobody sends a body here; one that comes is not read.
  request.resume()
  switch (admission.kind) {
    case 'enter':
      response.writeHead(303, { ...HEADERS, 'set-cookie': cookie(), location: '/' }).end()
      return
    case 'style':
      write(request, response, 200, 'text/css; charset=utf-8', DOOR_STYLE)
      return
    case 'page': {
      const page = pages.get(admission.path)
      if (page === undefined) refuse(request, response, NOTHING_HERE)
      else write(request, response, 200, page.type, page.body)
      return
    }
    case 'refused':
      refuse(request, response, admission)
      return
    case 'socket':
      // Only an upgrade opens one, and those are not answered here.
      refuse(request, response, NOTHING_HERE)
  }
}

/** A socket is refused by its status alone: no browser shows more of it. */
export function rejectUpgrade(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** In both languages to a person before a browser, in a line of text to everybody else. */
function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { status, code, message } = refusal
  const { accept, 'accept-language': languages } = request.headers
  const [type, body]: readonly [string, string] = showsPages(accept)
    ? ['text/html; charset=utf-8', doorPage(code, languages)]
    : ['text/plain; charset=utf-8', `${message}\n`]
  write(request, response, status, type, body)
}

function write(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  const length = Buffer.byteLength(body)
  response.writeHead(status, { ...HEADERS, 'content-type': type, 'content-length': length })
  response.end(method === 'HEAD' ? undefined : body)
}
