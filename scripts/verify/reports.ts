import { stripVTControlCharacters } from 'node:util'

/** What a test project came to. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The part of vitest's JSON report that is counted. */
export interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    /** What kept the file from loading, where something did. */
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** Lines of a failure that are told: what was expected, what came, and where. */
const TOLD_LINES = 12

/**
 * Counts of one project. A file that failed without a failed test (it did not load, or an error
 * came between tests) counts as one failure; so does a project without a report.
 */
export function countReport(report: Report | undefined): Counts {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

export function sumCounts(counts: readonly Counts[]): Counts {
  const sum = (pick: (count: Counts) => number): number =>
    counts.reduce((total, count) => total + pick(count), 0)
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  }
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/**
 * File and name of each test that failed, with the first lines of why, so that the end of a long
 * log says it: often nothing else of a log is kept.
 */
export function failedTests(report: Report | undefined): readonly string[] {
  return (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      if (failed.length === 0) return [withReason(name, [message])]
      return failed.map(({ fullName, failureMessages }) =>
        withReason(`${name}: ${fullName}`, failureMessages),
      )
    })
}

function withReason(name: string, messages: readonly string[]): string {
  const lines = messages.flatMap((message) =>
    stripVTControlCharacters(message)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, TOLD_LINES),
  )
  return [name, ...lines.map((line) => `      ${line}`)].join('\n')
}
