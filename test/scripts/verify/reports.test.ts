import { expect, it } from 'vitest'
import {
  closingLine,
  countReport,
  failedTests,
  sumCounts,
} from '../../../scripts/verify/reports.ts'

const report = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { name: 'a', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'adds' }] },
    {
      name: 'b',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'takes' },
        { status: 'failed', fullName: 'gives' },
      ],
    },
  ],
}

it('sums the projects in one plain line', () => {
  const counts = [report, { ...report, numPassedTests: 10, numFailedTests: 0, testResults: [] }]
  expect(closingLine(sumCounts(counts.map(countReport)))).toBe('13 passed, 1 failed, 4 skipped')
})

it('counts a file that did not load, and a project without a report, as one failure each', () => {
  const unloaded = {
    ...report,
    testResults: [{ name: 'c', status: 'failed', assertionResults: [] }],
  }
  expect([countReport(unloaded), countReport(undefined)]).toEqual([
    { passed: 3, failed: 2, skipped: 2 },
    { passed: 0, failed: 1, skipped: 0 },
  ])
})

it('names the tests that failed, and the files that did not load', () => {
  const unloaded = {
    ...report,
    testResults: [{ name: 'c', status: 'failed', assertionResults: [] }],
  }
  expect([failedTests(report), failedTests(unloaded), failedTests(undefined)]).toEqual([
    ['b: gives'],
    ['c'],
    [],
  ])
})
