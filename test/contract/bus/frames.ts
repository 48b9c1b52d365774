import type { Frame } from '../../../src/core/ports/index.ts'

/** Filled up with dots to a length, so that queues and the system's buffers fill. */
export function frame(text: string, length = text.length): Frame {
  return Buffer.from(text.padEnd(length, '.'))
}

export function textOf(bytes: Frame): string {
  const text = Buffer.from(bytes).toString()
  return text.replace(/\.+$/, '')
}

/** As many texts as asked for, numbered. */
export function numbered(count: number, prefix = ''): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`)
}
