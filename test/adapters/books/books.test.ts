import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { booksKept, openExchangeBook } from '../../../src/adapters/books/book.ts'
import { openBooks } from '../../../src/adapters/books/books.ts'
import type { ExchangeRecord } from '../../../src/core/exchange/index.ts'
import type { Epoch, Micros } from '../../../src/core/domain/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const FENCED: ExchangeRecord = { kind: 'fenced', at: 5 as Micros, epoch: 3 as Epoch }

describe('the books of an exchange', () => {
  it.each([true, false])('come back as they were left (durable: %s)', (durable) => {
    const options = { folder: temporaryFolder(), ...booksKept(durable) }
    const first = openExchangeBook(options)
    if (!first.ok) throw new Error(first.error.message)
    first.value.journal.append([FENCED])
    first.value.close()
    const second = openExchangeBook(options)
    if (!second.ok) throw new Error(second.error.message)
    second.value.close()
    expect([first.value.records, second.value.records]).toEqual([[], [FENCED]])
  })

  it('are refused to a second exchange, be it a worker or a host of everything in one process', () => {
    const folder = temporaryFolder()
    const options = { folder, ...booksKept(false) }
    const refused = {
      ok: false,
      error: {
        code: 'instance.locked',
        message:
          `${join(folder, 'exchange')} is in use by process ${process.pid}: quit that one first, ` +
          'or trade another account with --profile NAME',
      },
    }
    const worker = openExchangeBook(options)
    const second = openExchangeBook(options)
    const host = openBooks(options)
    if (worker.ok) worker.value.close()
    const then = openBooks(options)
    const late = openExchangeBook(options)
    if (then.ok) then.value.close()
    expect([worker.ok, second, host, then.ok, late]).toEqual([
      true,
      refused,
      refused,
      true,
      refused,
    ])
  })
})
