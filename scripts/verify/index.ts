/**
 * `npm run verify`: every check in turn, to the end even where one fails, then a table of them and,
 * alone on the last line, the sum of all tests: `N passed, N failed, N skipped`.
 */
import type { ChildProcess, StdioOptions } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { closingLine, countReport, failedTests, sumCounts } from './reports.ts'
import type { Report } from './reports.ts'

const root = resolve(import.meta.dirname, '../..')
const reports = join(root, '.cache/tests')
const PROJECTS = ['unit', 'contract', 'simulation', 'e2e']
/** They read and change nothing of one another's, and not all of them use more than one core. */
const CHECKS = ['format:check', 'lint', 'types', 'conventions']
/** The end-to-end tests start what was built, so the build comes before them. */
const STEPS = ['unit', 'contract', 'simulation', 'build', 'e2e']

interface Outcome {
  readonly step: string
  readonly ok: boolean
  readonly took: number
}

function reportOf(project: string): string {
  return join(reports, `${project}.json`)
}

function readReport(project: string): Report | undefined {
  const path = reportOf(project)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined
}

/** Runs one npm script in this terminal; a test project leaves its report as well. */
async function run(step: string): Promise<Outcome> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(step)}`]
  const extra = PROJECTS.includes(step) ? ['--', ...reporters] : []
  console.log(`\n— ${step}`)
  return outcome(step, script(step, extra, 'inherit'))
}

/** Runs one npm script whose words are kept until it has ended, as others run beside it. */
async function runAside(step: string): Promise<Outcome> {
  const child = script(step, [], ['ignore', 'pipe', 'pipe'])
  const words: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => words.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk))
  const result = await outcome(step, child)
  console.log(`\n— ${step}\n${Buffer.concat(words).toString()}`)
  return result
}

function script(step: string, extra: readonly string[], stdio: StdioOptions): ChildProcess {
  return spawn('npm', ['run', '--silent', step, ...extra], {
    cwd: root,
    stdio,
    // There npm is a script, which only a shell can start.
    shell: process.platform === 'win32',
  })
}

async function outcome(step: string, child: ChildProcess): Promise<Outcome> {
  const begun = performance.now()
  const [status] = (await once(child, 'close')) as [number | null]
  return { step, ok: status === 0, took: (performance.now() - begun) / 1000 }
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const results = await Promise.all(CHECKS.map(runAside))
for (const step of STEPS) results.push(await run(step))
const sum = sumCounts(PROJECTS.map((project) => countReport(readReport(project))))
console.log('')
for (const { step, ok, took } of results) {
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${step.padEnd(14)} ${took.toFixed(1).padStart(6)} s`)
}
for (const name of PROJECTS.flatMap((project) => failedTests(readReport(project)))) {
  console.log(`FAIL  ${name}`)
}
console.log(closingLine(sum))
process.exitCode = results.every(({ ok }) => ok) && sum.failed === 0 ? 0 : 1
