import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { PAGE_SCHEME, pagePath } from './page-path.ts'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Nothing but the page's own files, and no code that was not built with it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must be called before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page from `root`; whatever is not a file of it is answered with 404. */
export function servePage(root: string): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    const file = pagePath(root, request.url)
    const type = file === undefined ? undefined : CONTENT_TYPES[extname(file)]
    if (file === undefined || type === undefined || request.method !== 'GET') return notFound()
    const body = await readFile(file).catch(() => undefined)
    if (body === undefined) return notFound()
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': type,
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

function notFound(): Response {
  return new Response('not found', { status: 404 })
}
