import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'

const DAMAGED =
  /not a valid DuckDB|corrupt|checksum|enough bytes|serializ|storage version|different version|newer version|is a directory/i

/** Why a file cannot be opened. */
export function openFailure(file: string, error: unknown): Failure {
  const said = words(error)
  const holder = /PID (\d+)/.exec(said)?.[1]
  if (holder !== undefined || /set lock|already open/i.test(said)) {
    const who = holder === undefined ? 'something else' : `process ${holder}`
    const message = `${file} is held by ${who}: one history at a time can open it, stop the other`
    return failure('store.unreachable', message)
  }
  if (DAMAGED.test(said)) {
    const message =
      `${file} is damaged, or no file of this program (${said}). Restore it from a copy, or move ` +
      'it and its .wal away: a new one is made then'
    return failure('store.schema', message)
  }
  return failure('store.unreachable', `${file} cannot be opened (${said}). ${mend(said)}`)
}

/** Why a batch or question could not be carried out. */
export function workFailure(file: string, doing: string, error: unknown): Failure {
  const said = words(error)
  if (/^(Conversion|Constraint|Invalid Input|Out of Range)/i.test(said)) {
    return failure('store.refused', `${file} refused rows: ${said}`)
  }
  return failure('store.unreachable', `${file} cannot be ${doing} (${said}). ${mend(said)}`)
}

/** Whether the file must be opened anew before anything else can be done with it. */
export function isFatal(error: unknown): boolean {
  return /FATAL|invalidated|INTERNAL/.test(words(error))
}

function words(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return (said.split('\n')[0] ?? said).slice(0, 300)
}

function mend(said: string): string {
  if (/space|disk full/i.test(said)) return 'Free some space on the disk'
  if (/permission|read-only/i.test(said)) return 'Give this user the right to write there'
  if (/no such file/i.test(said)) return 'Make its folder, or choose another'
  return 'Mend that; it is tried again'
}
