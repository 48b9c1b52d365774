import { expect, it } from 'vitest'
import { failureIn } from '../../../../src/main/app/supervisor/last-words.ts'

const SEEN = 'gateway ended again and again'

it.each<[string, readonly string[], string, string]>([
  [
    'a refusal',
    ['x.csv cannot be read [recording.unreadable]'],
    'x.csv cannot be read',
    'recording.unreadable',
  ],
  [
    'a failure while it ran, before what followed',
    [
      '2026-01-01T00:00:00.000Z error gateway: the disk is full [journal.write]',
      '2026-01-01T00:00:00.001Z info  gateway: leaving: the disk is full',
    ],
    'the disk is full',
    'journal.write',
  ],
  [
    'a crash',
    ['2026-01-01T00:00:00.000Z error strategy.rule: crashed: TypeError: x is not a function'],
    `${SEEN}: crashed: TypeError: x is not a function`,
    'worker.lost',
  ],
  [
    'a list that is no code',
    ['had [1, 2] and [no.code]'],
    `${SEEN}: had [1, 2] and [no.code]`,
    'worker.lost',
  ],
  ['nothing', [], SEEN, 'worker.lost'],
])('reads %s from a log', (_, lines, message, code) =>
  expect(failureIn(lines, SEEN)).toEqual({ code, message }),
)
