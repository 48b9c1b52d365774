import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { InstrumentId, Result, Symbol } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { EXCHANGE_TEXT, INSTRUMENT_TEXT, TEXT } from './format.ts'
import type { Head } from './head.ts'
import { readHead } from './head.ts'
import type { LeftOutFile, Recording } from './recording.ts'
import { describeDisk } from './source.ts'
import type { ResolveSymbol } from './symbol.ts'
import { symbolOfFile } from './symbol.ts'

export interface OpenOptions {
  /** The contract of a file that does not tell its own, `SHFE.cu2010`. */
  readonly symbol?: string | undefined
  readonly resolveSymbol: ResolveSymbol
  /** The directory's number of a contract; asked once for each recording, in their order. */
  readonly instrumentId: (symbol: Symbol) => InstrumentId
}

export interface OpenedRecordings {
  /** In the order of the paths; the files of a folder in that of their names. Never empty. */
  readonly recordings: readonly Recording[]
  /** Files of folders that are not read: foreign ones, and symbols that came before. */
  readonly leftOut: readonly LeftOutFile[]
}

interface Candidate {
  readonly path: string
  /** Found in a folder, and not named by the user. */
  readonly found: boolean
}

/**
 * Finds the recordings among files and folders (their own files, not those of folders in them), by
 * reading the beginning of each. A file that the user named must be a recording: else this fails.
 * In a folder, what is none, and a symbol that comes twice, is left out and named.
 */
export async function openRecordings(
  paths: readonly string[],
  options: OpenOptions,
): Promise<Result<OpenedRecordings, Failure>> {
  const candidates = await listCandidates(paths)
  if (!candidates.ok) return candidates
  const recordings: Recording[] = []
  const leftOut: LeftOutFile[] = []
  const taken = new Map<Symbol, string>()
  for (const { path, found } of candidates.value) {
    const head = await readHead(path)
    const symbol = head.ok ? symbolOfHead(path, head.value, options) : head
    const earlier = symbol.ok ? taken.get(symbol.value) : undefined
    const reason = symbol.ok ? twice(path, symbol.value, earlier) : symbol.error
    if (reason !== undefined) {
      if (!found) return failed(reason)
      leftOut.push({ path, reason })
    } else if (head.ok && symbol.ok) {
      taken.set(symbol.value, path)
      recordings.push({
        path,
        format: head.value.format?.name ?? 'empty',
        symbol: symbol.value,
        instrument: options.instrumentId(symbol.value),
        texts: textsOf(head.value),
      })
    }
  }
  return recordings.length > 0 ? ok({ recordings, leftOut }) : failed(nothing(paths, leftOut))
}

function symbolOfHead(
  path: string,
  head: Head,
  { symbol, resolveSymbol }: OpenOptions,
): Result<Symbol, Failure> {
  return symbolOfFile({ path, texts: textsOf(head), given: symbol }, resolveSymbol)
}

function textsOf({ format, columns, firstRow }: Head): readonly [string, string] {
  const textAt = (slot: number): string => {
    const column = columns.findIndex((name) => {
      const cell = format?.columns.get(name)
      return cell?.kind === TEXT && cell.slot === slot
    })
    return firstRow[column] ?? ''
  }
  return [textAt(EXCHANGE_TEXT), textAt(INSTRUMENT_TEXT)]
}

async function listCandidates(
  paths: readonly string[],
): Promise<Result<readonly Candidate[], Failure>> {
  const candidates: Candidate[] = []
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) {
        const entries = await readdir(path, { withFileTypes: true })
        const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
        for (const name of names.sort()) candidates.push({ path: join(path, name), found: true })
      } else candidates.push({ path, found: false })
    } catch (error) {
      return failed(describeDisk(path, error))
    }
  }
  return ok(candidates)
}

function twice(path: string, symbol: Symbol, earlier: string | undefined): Failure | undefined {
  if (earlier === undefined) return undefined
  return explained('recording.symbol/twice', { path, symbol, earlier })
}

function nothing(paths: readonly string[], leftOut: readonly LeftOutFile[]): Failure {
  const [first] = leftOut
  const values = { paths: paths.join(', ') }
  return first === undefined
    ? explained('recording.foreign/none', values)
    : explained('recording.foreign/none-but', { ...values, fault: first.reason.message })
}
