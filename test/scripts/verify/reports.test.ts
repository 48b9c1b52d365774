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
    {
      name: 'a',
      status: 'passed',
      message: '',
      assertionResults: [{ status: 'passed', fullName: 'adds', failureMessages: [] }],
    },
    {
      name: 'b',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'takes', failureMessages: [] },
        {
          status: 'failed',
          fullName: 'gives',
          failureMessages: ['\u001B[31mError: 2 is not 1\u001B[39m\n\n    at b:7\n'],
        },
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
    testResults: [{ name: 'c', status: 'failed', message: 'no such file', assertionResults: [] }],
  }
  expect([countReport(unloaded), countReport(undefined)]).toEqual([
    { passed: 3, failed: 2, skipped: 2 },
    { passed: 0, failed: 1, skipped: 0 },
  ])
})

it('names the tests that failed, and the files that did not load, and says why in plain lines', () => {
  const unloaded = {
    ...report,
    testResults: [{ name: 'c', status: 'failed', message: 'no such file', assertionResults: [] }],
  }
  expect([failedTests(report), failedTests(unloaded), failedTests(undefined)]).toEqual([
    ['b: gives\n      Error: 2 is not 1\n          at b:7'],
    ['c\n      no such file'],
    [],
  ])
})

it('tells only the first lines of a long failure', () => {
  const failureMessages = [Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n')]
  const long = {
    ...report,
    testResults: [
      {
        name: 'd',
        status: 'failed',
        message: '',
        assertionResults: [{ status: 'failed', fullName: 'ends', failureMessages }],
      },
    ],
  }
  const lines = failedTests(long)[0]?.split('\n')
  expect([lines?.length, lines?.at(-1)]).toEqual([13, '      line 11'])
})
