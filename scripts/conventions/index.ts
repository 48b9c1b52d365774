/** `npm run conventions`: checks every file of the project against every rule. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { approvedOrders } from './rules/approved-orders.ts'
import { changeLog } from './rules/change-log.ts'
import { commentWidth } from './rules/comment-width.ts'
import { electronRooms } from './rules/electron-rooms.ts'
import { fileLength } from './rules/file-length.ts'
import { fileNames } from './rules/file-names.ts'
import { importEndings } from './rules/import-endings.ts'
import { layers } from './rules/layers.ts'
import { links } from './rules/links.ts'
import { oneSerialiser } from './rules/one-serialiser.ts'
import { plainNames } from './rules/plain-names.ts'
import { publicPlaces } from './rules/public-places.ts'
import { pureCore } from './rules/pure-core.ts'
import { quietCode } from './rules/quiet-code.ts'
import { suppressions } from './rules/suppressions.ts'
import { unfinished } from './rules/unfinished.ts'
import { wholeSuites } from './rules/whole-suites.ts'
import type { Rule, SourceFile } from './source.ts'

const rulesFor = (paths: readonly string[]): readonly Rule[] => [
  approvedOrders,
  changeLog,
  commentWidth,
  electronRooms,
  fileLength,
  fileNames,
  importEndings,
  layers,
  links(paths),
  oneSerialiser,
  plainNames,
  publicPlaces,
  pureCore,
  quietCode,
  suppressions,
  unfinished,
  wholeSuites,
]

const TEXT =
  /(\.(ts|tsx|mts|mjs|js|json|md|css|html|yml|yaml|txt|sql)|(^|\/)(\.npmrc|\.gitignore|run|LICENSE|NOTICE))$/
const LARGEST = 4_000_000

/** Every file that is tracked or about to be. */
function projectPaths(root: string): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
}

function textsOf(root: string, paths: readonly string[]): readonly SourceFile[] {
  return paths
    .filter((path) => TEXT.test(path))
    .filter((path) => statSync(join(root, path)).size <= LARGEST)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

const root = resolve(import.meta.dirname, '../..')
const paths = projectPaths(root)
const files = textsOf(root, paths)
const rules = rulesFor(paths)
const violations = rules.flatMap((rule) => rule(files))
for (const { path, line, rule, mend } of violations)
  console.log(`${path}:${line}  ${rule}: ${mend}`)
console.log(`${rules.length} conventions, ${files.length} files, ${violations.length} violations`)
process.exitCode = violations.length === 0 ? 0 : 1
