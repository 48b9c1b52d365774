import type { Log } from '../../core/ports/index.ts'

/** One line an entry, to the standard error: whoever starts a process says where that goes. */
export function lineLog(name: string, write: (line: string) => void): Log {
  const line = (level: string) => (text: string) => {
    const at = new Date().toISOString()
    write(`${at} ${level.padEnd(5)} ${name}: ${text.replaceAll('\n', ' ')}\n`)
  }
  return { info: line('info'), warn: line('warn'), error: line('error') }
}
