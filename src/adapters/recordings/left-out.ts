import type { ErrorCode, Failure } from '../../core/contracts/index.ts'

/** Rows of a file that were left out for one reason: the first of them in words. */
export interface LeftOutRows extends Failure {
  readonly count: number
  /** Lines are counted from 1, the header. */
  readonly firstLine: number
  readonly lastLine: number
}

interface Tally {
  count: number
  readonly firstLine: number
  lastLine: number
  readonly reason: string
}

/** Counts rows that are left out, one entry a reason, however many they are. */
export class LeftOutCounter {
  private readonly tallies = new Map<ErrorCode, Tally>()

  private readonly path: string

  constructor(path: string) {
    this.path = path
  }

  add(code: ErrorCode, line: number, reason: string): void {
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
      const more = count === 1 ? 'The row was' : `It and ${count - 1} more to line ${lastLine} were`
      const message = `${this.path}, line ${firstLine}: ${reason} ${more} left out.`
      return { code, message, count, firstLine, lastLine }
    })
  }
}
