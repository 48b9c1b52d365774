/**
 * `npm start`: builds when a source is newer than the last build, then runs the workstation in this
 * very process, so that the terminal, the arguments, signals and the exit code are its own.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = join(root, 'out/main/headless.js')
/** Its time is when the last good build began. */
const stamp = join(root, 'out/.built')
const sources = ['src', 'workers', 'package.json', 'package-lock.json', 'electron.vite.config.ts']

/** The latest change at or below a path, in ms; folders count, so that a removed file is seen. */
function changedAt(path) {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  const below = readdirSync(path).map((name) => changedAt(join(path, name)))
  return Math.max(status.mtimeMs, ...below)
}

function isBuilt() {
  if (!existsSync(entry) || !existsSync(stamp)) return false
  const builtAt = statSync(stamp).mtimeMs
  return sources.every((path) => changedAt(join(root, path)) < builtAt)
}

function build() {
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  if (!existsSync(tool)) return fail('the packages are missing; run: npm ci')
  process.stderr.write('Building, a few seconds after each change …\n')
  const begun = new Date()
  const run = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (run.status !== 0) return fail(`the build failed:\n${run.stdout}${run.stderr}`)
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, begun, begun)
  return true
}

function fail(message) {
  process.stderr.write(`start: ${message}\n`)
  process.exitCode = 1
  return false
}

function isRecentNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return true
  return fail(`this is Node ${process.versions.node}; install Node 20.19 or later`)
}

if (isRecentNode() && (isBuilt() || build())) {
  process.argv[1] = entry
  // From here on it counts how long it takes until it is ready.
  performance.mark('built')
  await import(pathToFileURL(entry).href)
}
