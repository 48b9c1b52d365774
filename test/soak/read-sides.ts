import { booksKept } from '../../src/adapters/books/book.ts'
import { openBooks } from '../../src/adapters/books/books.ts'
import { keptOwners } from '../../src/adapters/instance/owners.ts'
import { readMarketFacts } from '../../src/adapters/market/facts.ts'
import { simulatedInstruments } from '../../src/core/domain/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { Result } from '../../src/core/domain/index.ts'
import type { Sides } from './audit.ts'
import type { Place } from './place.ts'

/** Reads both journals of an account that nobody trades now. */
export function readSides({ folder, resources }: Place): Sides {
  const facts = sure(readMarketFacts(resources))
  const books = sure(openBooks({ folder, ...booksKept(true) }))
  books.close()
  return {
    gateway: books.gatewayRecords,
    exchange: books.exchangeRecords,
    instruments: simulatedInstruments(facts.products),
    owners: sure(keptOwners(folder, [])),
  }
}

function sure<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
