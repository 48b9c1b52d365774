import type { ErrorCode } from '../../core/contracts/index.ts'
import { TEXT } from './format.ts'
import type { RowPlan } from './row-cells.ts'

const LONGEST_SHOWN = 40

/** Why a row could not be read, for the outcome of `readCells` that is not `WHOLE`. */
export function describeFault(
  plan: RowPlan,
  outcome: number,
  bytes: Uint8Array,
): { readonly code: ErrorCode; readonly reason: string } {
  const cells = cellsOf(bytes)
  const wanted = plan.columns.length
  if (cells.length !== wanted || outcome < 0) {
    return {
      code: 'recording.number',
      reason: `the row has ${cells.length} columns, the header ${wanted}; complete or remove it.`,
    }
  }
  const shown = `${plan.columns[outcome]} is "${shorten(cells[outcome] ?? '')}"`
  if (plan.kinds[outcome] === TEXT) {
    const expected = new TextDecoder().decode(plan.texts[plan.slots[outcome]!])
    return {
      code: 'recording.symbol',
      reason: `${shown} among rows of "${expected}"; keep one contract a file.`,
    }
  }
  return {
    code: 'recording.number',
    reason: `${shown}, which this column cannot hold; correct or remove the row.`,
  }
}

function cellsOf(row: Uint8Array): string[] {
  return new TextDecoder('latin1').decode(row).trimEnd().split(',')
}

/** Keeps foreign bytes out of messages. */
export function shorten(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]/g, '?')
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain
}
