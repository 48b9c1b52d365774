import { resolve, sep } from 'node:path'

/** The page's own scheme: a real origin, unlike `file:`, and nothing else can serve it. */
export const PAGE_SCHEME = 'app'
export const PAGE_ORIGIN = `${PAGE_SCHEME}://workstation`

/** The file that an address of the page stands for, or `undefined` for anything outside `root`. */
export function pagePath(root: string, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return undefined
  const path = decoded(url.pathname)
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`)
  return file.startsWith(root + sep) ? file : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
