import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { NEWLINE } from './cursor.ts'
import { readPieces } from './source.ts'

/** No row of a known format comes near it; a file without newlines must not fill the memory. */
const LONGEST_LINE = 1024 * 1024
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const

/**
 * The text of a file in blocks of whole lines, each block ending with a newline: the last line
 * gets one if it has none, and is dropped where the file was cut. A byte order mark is passed over.
 */
export async function* readLines(path: string): AsyncGenerator<Result<Buffer, Failure>> {
  let tail: Buffer = Buffer.alloc(0)
  let first = true
  for await (const piece of readPieces(path)) {
    if (!piece.ok) {
      yield piece
      return
    }
    let bytes = tail.length === 0 ? piece.value : Buffer.concat([tail, piece.value])
    if (first && bytes.length >= BYTE_ORDER_MARK.length) {
      first = false
      if (BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte)) {
        bytes = bytes.subarray(BYTE_ORDER_MARK.length)
      }
    }
    const end = bytes.lastIndexOf(NEWLINE) + 1
    tail = bytes.subarray(end)
    if (tail.length > LONGEST_LINE) {
      yield failed(explained('recording.foreign/line', { path, bytes: LONGEST_LINE }))
      return
    }
    if (end > 0) yield ok(bytes.subarray(0, end))
  }
  if (tail.length > 0) yield ok(Buffer.concat([tail, Buffer.of(NEWLINE)]))
}
