import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Has node run programs that are written in TypeScript. */
export const TSX: readonly string[] = [
  '--import',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
]
