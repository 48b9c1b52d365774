import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { PAGE_TYPES } from './page-policy.ts'

export interface PageFile {
  readonly body: Buffer
  readonly type: string
}

/**
 * The built page, read whole at the start: what is served is what lies here now, by exact name,
 * and no path of a request ever reaches the disk.
 */
export function readPages(folder: string): ReadonlyMap<string, PageFile> {
  const pages = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = PAGE_TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    pages.set(`/${relative(folder, path).split(sep).join('/')}`, { body: readFileSync(path), type })
  }
  const index = pages.get('/index.html')
  if (index !== undefined) pages.set('/', index)
  return pages
}
