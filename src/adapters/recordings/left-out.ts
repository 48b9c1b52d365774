import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'

/** Rows of a file that were left out for one reason: the first of them in words. */
export interface LeftOutRows extends Failure {
  readonly count: number
  /** Lines are counted from 1, the header. */
  readonly firstLine: number
  readonly lastLine: number
}

/** Why a row is left out, without the place where. */
export interface RowFault extends Failure {
  readonly code:
    | 'recording.number'
    | 'recording.symbol'
    | 'recording.backward'
    | 'recording.duplicate'
    | 'recording.crossed'
}

interface Tally {
  count: number
  readonly firstLine: number
  lastLine: number
  readonly reason: string
}

/** Counts rows that are left out, one entry a reason, however many they are. */
export class LeftOutCounter {
  private readonly tallies = new Map<RowFault['code'], Tally>()

  private readonly path: string

  constructor(path: string) {
    this.path = path
  }

  add(line: number, { code, message: reason }: RowFault): void {
    const tally = this.tallies.get(code)
    if (tally === undefined) {
      this.tallies.set(code, { count: 1, firstLine: line, lastLine: line, reason })
      return
    }
    tally.count++
    tally.lastLine = line
  }

  list(): readonly LeftOutRows[] {
    return [...this.tallies].map(([code, { count, firstLine, lastLine, reason }]) => {
      const told = { path: this.path, line: firstLine, fault: reason }
      const { message } =
        count === 1
          ? explained(`${code}/row`, told)
          : explained(`${code}/rows`, { ...told, more: count - 1, last: lastLine })
      return { code, message, count, firstLine, lastLine }
    })
  }
}
