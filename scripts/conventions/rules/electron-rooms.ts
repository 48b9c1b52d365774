import { importsOf } from '../imports.ts'
import type { Rule } from '../source.ts'
import { isCode } from '../source.ts'

const ROOMS = /^src\/(main\/electron\/|main\/index\.ts$|preload\/)/

/** `electron` has three rooms, so that everything else runs under plain Node as well. */
export const electronRooms: Rule = (files) =>
  files
    .filter((file) => isCode(file.path) && !ROOMS.test(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => /^electron(\/|$)/.test(specifier))
        .map(({ line }) => ({
          path: file.path,
          line,
          rule: 'electron-rooms',
          mend: 'only src/main/electron, src/main/index.ts and src/preload import electron; pass in what you need',
        })),
    )
