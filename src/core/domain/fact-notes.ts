import type { Saying, SayingCode } from '../contracts/sayings/index.ts'
import { SAYINGS, recognised, saying } from '../contracts/sayings/index.ts'
import type { DatedFact } from './product-facts.ts'
import type { TradingDay } from './units.ts'

type Named<Code> = Code extends `fact.${infer Name}` ? Name : never
/** What is known of a product, each under the name that a person is told. */
export type FactName = Named<SayingCode>

/** Notes of the facts that ship: a file holds sentences, which are known again by these codes. */
const BECAUSE = (Object.keys(SAYINGS) as SayingCode[]).filter((code) => code.startsWith('because.'))

export function unknownFact(name: FactName, day: TradingDay): Saying {
  return saying('instrument.no-fact', { fact: saying(`fact.${name}`), day })
}

/** That it is general knowledge only, from where, and why where the fact says so. */
export function guess(name: FactName, { source, note }: DatedFact): Saying {
  const fact = saying(`fact.${name}`)
  if (note === undefined) return saying('instrument.approximate', { fact, source })
  const why = recognised(note, BECAUSE)
  return saying('instrument.approximate-because', { fact, source, why })
}
