import { join } from 'node:path'
import { contentOf, folderFailure, replaceFile } from '../../src/adapters/instance/durable-file.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { failure } from '../../src/core/contracts/index.ts'
import type { Instrument, Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'

/**
 * Books speak of instruments by number. Which one each number was is kept beside them, so that a
 * later life does not take a position in one for a position in another.
 *
 * @param folder of the exchange.
 */
export function keepInstruments(
  folder: string,
  instruments: readonly Instrument[],
): Result<void, Failure> {
  const path = join(folder, 'instruments')
  try {
    const kept = contentOf(path) ?? ''
    const known = new Map(kept.split('\n').flatMap(entryOf))
    for (const { id, symbol } of instruments) {
      const before = known.get(id) ?? symbol
      if (before === symbol) known.set(id, symbol)
      else return failed(another(path, id, before, symbol))
    }
    const content = [...known].map(([id, symbol]) => `${id} ${symbol}\n`).join('')
    if (content !== kept) replaceFile(path, content)
    return ok(undefined)
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}

function entryOf(line: string): readonly [number, string][] {
  const [id = '', symbol = ''] = line.split(' ')
  return id === '' ? [] : [[Number(id), symbol]]
}

function another(path: string, id: number, before: string, now: string): Failure {
  const words = `instrument ${id} of these books was ${before} (${path}), and is listed as ${now}`
  return failure('worker.start', `${words}: begin another account with --profile NAME`)
}
