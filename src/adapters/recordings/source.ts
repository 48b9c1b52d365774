import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { Gunzip } from 'node:zlib'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'

const READ_BYTES = 64 * 1024
const INFLATE_BYTES = 256 * 1024
const GZIP_MAGIC = [0x1f, 0x8b] as const

/**
 * The text of a file in pieces as they come off the disk, unpacked where the file begins like a
 * gzip. A failure ends it: `recording.truncated` where a gzip stops too early, after every byte
 * before the cut; `recording.unreadable` where it is damaged or the disk refuses.
 */
export async function* readPieces(path: string): AsyncGenerator<Result<Buffer, Failure>> {
  const file = createReadStream(path, { highWaterMark: READ_BYTES })
  let gunzip: Gunzip | undefined
  let inflating: Inflating | undefined
  let first = true
  try {
    for await (const piece of file as AsyncIterable<Buffer>) {
      if (first && piece[0] === GZIP_MAGIC[0] && piece[1] === GZIP_MAGIC[1]) {
        gunzip = createGunzip({ chunkSize: INFLATE_BYTES })
        inflating = inflate(gunzip)
      }
      first = false
      if (inflating === undefined) yield ok(piece)
      else {
        for (const text of await inflating.write(piece)) yield ok(text)
        if (inflating.error() !== undefined) break
      }
    }
    if (inflating !== undefined) {
      for (const text of await inflating.end()) yield ok(text)
      const error = inflating.error()
      if (error !== undefined) yield failed(describeGzip(path, error))
    }
  } catch (error) {
    yield failed(describeDisk(path, error))
  } finally {
    gunzip?.destroy()
    file.destroy()
  }
}

interface Inflating {
  /** Resolves with what came out, once the piece is taken in or the stream has failed. */
  write(piece: Buffer): Promise<readonly Buffer[]>
  end(): Promise<readonly Buffer[]>
  error(): NodeJS.ErrnoException | undefined
}

/**
 * Ends the stream in a step of its own, so that a cut is noticed only when all text before it is
 * out: the last write would otherwise lose what it had unpacked.
 */
function inflate(gunzip: Gunzip): Inflating {
  let ready: Buffer[] = []
  let error: NodeJS.ErrnoException | undefined
  let settle: () => void = () => undefined
  gunzip.on('data', (text: Buffer) => ready.push(text))
  gunzip.on('error', (reason: NodeJS.ErrnoException) => {
    error = reason
    settle()
  })
  const take = (): readonly Buffer[] => {
    const taken = ready
    ready = []
    return taken
  }
  const run = async (start: () => void): Promise<readonly Buffer[]> => {
    if (error === undefined && !gunzip.readableEnded) {
      await new Promise<void>((resolve) => {
        settle = resolve
        start()
      })
    }
    return take()
  }
  return {
    write: (piece) => run(() => gunzip.write(piece, () => settle())),
    end: () =>
      run(() => {
        gunzip.once('end', () => settle())
        gunzip.end()
      }),
    error: () => error,
  }
}

function describeGzip(path: string, error: NodeJS.ErrnoException): Failure {
  return error.code === 'Z_BUF_ERROR'
    ? explained('recording.truncated/gzip', { path })
    : explained('recording.unreadable/gzip', { path, error: error.message })
}

export function describeDisk(path: string, error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  return explained('recording.unreadable/disk', { path, error: message })
}
