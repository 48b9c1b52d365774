import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { PAGE_POLICY, PAGE_TYPES } from '../app/web/page-policy.ts'
import { PAGE_SCHEME, pagePath } from './page-path.ts'

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
    const type = file === undefined ? undefined : PAGE_TYPES[extname(file)]
    if (file === undefined || type === undefined || request.method !== 'GET') return notFound()
    const body = await readFile(file).catch(() => undefined)
    if (body === undefined) return notFound()
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': type,
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

function notFound(): Response {
  return new Response('not found', { status: 404 })
}
