import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/core/history/index.ts'
import { questionFault } from '../../../src/core/history/index.ts'

const tape = { mode: 'live', profile: 'default', runId: '' } as const
const span = { from: 1, to: 2 }
const SOUND: readonly Question[] = [
  { kind: 'last-ticks', tape, symbol: 'SHFE.ag2012', count: 500 },
  { kind: 'ticks', tape, symbol: 'SHFE.ag2012', ...span, rows: 1_000_000, deadlineMillis: 60_000 },
  { kind: 'bars', tape, symbol: 'SHFE.ag2012', ...span, length: 500_000 },
  { kind: 'stored-bars', tape, symbol: 'SHFE.ag2012', ...span, length: 60_000_000 },
  { kind: 'chart', tape, symbol: 'SHFE.ag2012', ...span, buckets: 10_000 },
  { kind: 'fills', tape, ...span },
  { kind: 'positions', tape },
  { kind: 'orders', tape, from: 0 },
  { kind: 'order-events', tape, orderId: 'default-1-1-1' },
  { kind: 'latest', tape, ...span },
  { kind: 'account', tape, from: 5, to: 5 },
  { kind: 'signals', tape, ...span, owner: 'hand' },
  { kind: 'decisions', tape, ...span, owner: 'hand' },
  { kind: 'acks', tape, ...span },
  { kind: 'settlements', tape, ...span },
  { kind: 'coverage', tape, ...span },
  { kind: 'tapes', ...span },
]

describe('a question', () => {
  it('of any kind is sound with all of its fields', () =>
    expect(SOUND.map(questionFault)).toEqual(SOUND.map(() => undefined)))

  it.each([
    [{ kind: 'drop' }, 'there is no question drop; there are last-ticks, ticks, bars'],
    [{ kind: 'constructor' }, 'there is no question constructor'],
    [{ kind: 'positions' }, 'tape must name a mode, profile and run'],
    [{ kind: 'positions', tape: { ...tape, mode: 'x' } }, 'tape.mode must be one of simulated'],
    [{ kind: 'positions', tape: { ...tape, runId: undefined } }, 'tape.runId must be text'],
    [{ kind: 'positions', tape, rows: 1_000_001 }, 'rows must be a whole number from 1 to 1000000'],
    [{ kind: 'positions', tape, rows: 0 }, 'rows must be a whole number from 1 to 1000000, was 0'],
    [{ kind: 'positions', tape, deadlineMillis: Infinity }, 'deadlineMillis must be a whole'],
    [{ kind: 'fills', tape, from: 2, to: 1 }, 'from must not lie after to, was 2 and 1'],
    [{ kind: 'fills', tape, from: -1, to: 1 }, 'from must be epoch µs, a whole number from 0 on'],
    [{ kind: 'fills', tape, from: 1, to: '2' }, 'to must be epoch µs, a whole number from 0 on'],
    [{ kind: 'latest', tape }, 'from must be epoch µs, a whole number from 0 on, was undefined'],
    [{ kind: 'last-ticks', tape, symbol: 'a', count: 10_001 }, 'count must be a whole number from'],
    [{ kind: 'last-ticks', tape, symbol: 'a'.repeat(201), count: 1 }, 'symbol must be text of at'],
    [{ kind: 'chart', tape, symbol: 'a', ...span, buckets: 0 }, 'buckets must be a whole number'],
    [{ kind: 'bars', tape, symbol: 'a', ...span, length: 0 }, 'length must be a whole multiple of'],
    [{ kind: 'stored-bars', tape, symbol: 'a', ...span, length: 5e5 }, 'multiple of 1000000 µs'],
    [{ kind: 'signals', tape, ...span, owner: 1 }, 'owner must be text of at most 200 characters'],
    [null, 'a question must be an object'],
    ['positions', 'a question must be an object'],
  ])('is refused when it is %j', (question, words) =>
    expect(questionFault(question as unknown as Question)).toContain(words),
  )
})
