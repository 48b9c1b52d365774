import { expect, it } from 'vitest'
import { closingLine, countReport, sumCounts } from '../../../scripts/verify/reports.ts'

const report = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
  ],
}

it('sums the projects in one plain line', () => {
  const counts = [report, { ...report, numPassedTests: 10, numFailedTests: 0, testResults: [] }]
  expect(closingLine(sumCounts(counts.map(countReport)))).toBe('13 passed, 1 failed, 4 skipped')
})

it('counts a file that did not load, and a project without a report, as one failure each', () => {
  const unloaded = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect([countReport(unloaded), countReport(undefined)]).toEqual([
    { passed: 3, failed: 2, skipped: 2 },
    { passed: 0, failed: 1, skipped: 0 },
  ])
})
