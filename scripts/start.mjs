/**
 * `npm start`: builds when a source is newer than the last build, then runs the workstation under
 * Electron where that is there and may be used; else in this very process, with a browser as its
 * window. Terminal, arguments, signals and the exit code are its own either way.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { obtainOnce } from './setup/obtain-electron.mjs'
import { thisMachine } from './setup/surroundings.mjs'
import { chooseHost, lineOf } from './start/host.mjs'
import { onlyPrints, wishesOf } from './start/wishes.mjs'

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

function tell(words) {
  process.stderr.write(`start: ${words}\n`)
}

/** In this very process. */
async function runHere() {
  process.argv[1] = entry
  // From here on it counts how long it takes until it is ready.
  performance.mark('built')
  await import(pathToFileURL(entry).href)
}

/** As a child, to which a signal of the terminal comes by itself, and others are handed on. */
function runElectron(program, args) {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const child = spawn(program, [root, ...args], { stdio: 'inherit', env })
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => fail(`Electron did not start: ${error.message}`))
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

if (isRecentNode() && (isBuilt() || build())) {
  const args = process.argv.slice(2)
  const surroundings = thisMachine()
  if (onlyPrints(args)) await runHere()
  else {
    const wishes = wishesOf(args, surroundings, process.cwd())
    const obtain = () => obtainOnce({ root, surroundings, tell })
    const host = await chooseHost(root, wishes, surroundings, obtain)
    tell(lineOf(host, wishes))
    if ('electron' in host) runElectron(host.electron, args)
    else await runHere()
  }
}
