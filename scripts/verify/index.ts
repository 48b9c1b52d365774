/**
 * `npm run verify`: every check in turn, to the end even where one fails, then a table of them and,
 * alone on the last line, the sum of all tests: `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { closingLine, countReport, failedTests, sumCounts } from './reports.ts'
import type { Report } from './reports.ts'

const root = resolve(import.meta.dirname, '../..')
const reports = join(root, '.cache/tests')
const PROJECTS = ['unit', 'contract', 'simulation', 'e2e']
/** The end-to-end tests start what was built, so the build comes before them. */
const STEPS = ['format:check', 'lint', 'types', 'conventions', 'unit', 'contract', 'simulation']
const LAST_STEPS = ['build', 'e2e']

function reportOf(project: string): string {
  return join(reports, `${project}.json`)
}

function readReport(project: string): Report | undefined {
  const path = reportOf(project)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined
}

/** Runs one npm script in this terminal; a test project leaves its report as well. */
function run(step: string): { readonly step: string; readonly ok: boolean; readonly took: number } {
  const begun = performance.now()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(step)}`]
  const extra = PROJECTS.includes(step) ? ['--', ...reporters] : []
  console.log(`\n— ${step}`)
  const { status } = spawnSync('npm', ['run', '--silent', step, ...extra], {
    cwd: root,
    stdio: 'inherit',
    // There npm is a script, which only a shell can start.
    shell: process.platform === 'win32',
  })
  return { step, ok: status === 0, took: (performance.now() - begun) / 1000 }
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const results = [...STEPS, ...LAST_STEPS].map(run)
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
