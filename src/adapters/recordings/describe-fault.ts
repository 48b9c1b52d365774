import { explained } from '../../core/contracts/index.ts'
import { TEXT } from './format.ts'
import type { RowFault } from './left-out.ts'
import type { RowPlan } from './row-cells.ts'

const LONGEST_SHOWN = 40

/** Why a row could not be read, for the outcome of `readCells` that is not `WHOLE`. */
export function describeFault(plan: RowPlan, outcome: number, bytes: Uint8Array): RowFault {
  const cells = cellsOf(bytes)
  const wanted = plan.columns.length
  if (cells.length !== wanted || outcome < 0) {
    return explained('recording.number/columns', { columns: cells.length, wanted })
  }
  const shown = { column: plan.columns[outcome] ?? '', text: shorten(cells[outcome] ?? '') }
  if (plan.kinds[outcome] === TEXT) {
    const expected = new TextDecoder().decode(plan.texts[plan.slots[outcome]!])
    return explained('recording.symbol/other', { ...shown, wanted: expected })
  }
  return explained('recording.number/cell', shown)
}

function cellsOf(row: Uint8Array): string[] {
  return new TextDecoder('latin1').decode(row).trimEnd().split(',')
}

/** Keeps foreign bytes out of messages. */
export function shorten(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]/g, '?')
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain
}
