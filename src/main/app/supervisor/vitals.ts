import type { Exit } from '../../../core/ports/index.ts'
import type { Vital } from '../../../core/replica/index.ts'
import { vital } from '../../../core/replica/index.ts'
import type { WorkerStatus } from './ward.ts'

/** A process was begun, or taken over from an earlier main. */
export function beginVital(
  step: 'started' | 'adopted',
  pid: number,
  status: WorkerStatus | undefined,
): Vital {
  const start = step === 'started' ? 1 + (status?.again ?? NaN) : NaN
  return vital(step, { pid, start })
}

/** A process ended that way; of one that was taken over nobody knows how. */
export function exitVital(pid: number, { code, signal }: Exit): Vital {
  return vital('exited', { pid, code: code ?? NaN, signal: signal ?? '' })
}
