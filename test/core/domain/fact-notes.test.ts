import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { asSaid, saying, sayingText } from '../../../src/core/contracts/index.ts'
import { guess, unknownFact } from '../../../src/core/domain/fact-notes.ts'
import type { DatedFact, TradingDay } from '../../../src/core/domain/index.ts'

const SHIPPED: unknown = JSON.parse(readFileSync('resources/products.json', 'utf8'))

/** Every note of a fact, wherever it stands. */
function notesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, held]) =>
    name === 'note' ? [String(held)] : notesIn(held),
  )
}

describe('what a person is told of a fact', () => {
  it('is that it is missing, or that it is general knowledge, and why', () => {
    const note = 'changed on some day from 2020-08-22 to 2022-03-17'
    const told = [
      unknownFact('fee', 20_200_821 as TradingDay),
      guess('last-day', { source: 'GK' }),
      guess('price-step', { source: 'TQ WT', note }),
    ]
    expect(told.map(sayingText)).toEqual([
      'no fee is known on 20200821',
      'last trading day is approximate (GK)',
      `price step is approximate (TQ WT): ${note}`,
    ])
    expect(told[2]?.values['why']).toEqual(
      saying('because.some-day', { from: '2020-08-22', until: '2022-03-17' }),
    )
  })

  it('has a code for every note that ships, so that it is told in each language', () => {
    const notes = [...new Set(notesIn(SHIPPED))]
    const why = (note: string) => guess('fee', { source: '', note }).values['why']
    expect(notes.length).toBeGreaterThan(5)
    expect(notes.filter((note) => Object.is(codeOf(why(note)), 'words'))).toEqual([])
  })

  it('is the note as it stands where somebody wrote another', () => {
    const fact: DatedFact = { source: 'ME', note: 'my broker says so' }
    expect(guess('margin', fact).values['why']).toEqual(asSaid('my broker says so'))
  })
})

function codeOf(value: unknown): unknown {
  return (value as { readonly code?: unknown }).code
}
