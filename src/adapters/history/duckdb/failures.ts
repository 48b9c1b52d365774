import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'

const DAMAGED =
  /not a valid DuckDB|corrupt|checksum|enough bytes|serializ|storage version|different version|newer version|is a directory/i

/** Why a file cannot be opened. */
export function openFailure(file: string, error: unknown): Failure {
  const said = words(error)
  const holder = /PID (\d+)/.exec(said)?.[1]
  if (holder !== undefined || /set lock|already open/i.test(said)) {
    return holder === undefined
      ? explained('store.unreachable/file-held', { file })
      : explained('store.unreachable/file-held-by', { file, process: holder })
  }
  if (DAMAGED.test(said)) return explained('store.schema/file-damaged', { file, said })
  return explained('store.unreachable/file-open', { file, said, mend: mend(said) })
}

/** Why a batch or question could not be carried out. */
export function workFailure(file: string, doing: string, error: unknown): Failure {
  const said = words(error)
  if (/^(Conversion|Constraint|Invalid Input|Out of Range)/i.test(said)) {
    return explained('store.refused/file', { file, said })
  }
  return explained('store.unreachable/file-work', { file, doing, said, mend: mend(said) })
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
