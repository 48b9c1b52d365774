import { readFileSync } from 'node:fs'

/** A process, told apart from a later one of the same number where the system allows it. */
export interface ProcessMark {
  readonly pid: number
  /** Boot and tick of its birth on Linux; empty elsewhere. */
  readonly born: string
}

export function ownMark(): ProcessMark {
  return { pid: process.pid, born: birthOf(process.pid) }
}

/** Whether the process of a mark still lives; where that cannot be told, it does. */
export function isAlive({ pid, born }: ProcessMark): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const now = birthOf(pid)
  return now !== DEAD && (born === '' || now === '' || now === born)
}

/** A process that has ended and whose parent has not asked how, which may take for ever. */
const DEAD = 'dead'
const ENDED = /^[ZXx]$/

/**
 * Fields 3 and 22 of `/proc/<pid>/stat`: its state, and the tick of its start since boot.
 * Source: proc_pid_stat(5).
 */
function birthOf(pid: number): string {
  if (process.platform !== 'linux') return ''
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (ENDED.test(fields[0] ?? '')) return DEAD
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${fields[19] ?? ''}`
  } catch {
    return ''
  }
}
