import { fileURLToPath } from 'node:url'
import { readCalendar, readProducts } from '../../../src/adapters/resources/index.ts'
import type { Calendar, ProductFacts } from '../../../src/core/domain/index.ts'

const resource = (name: string): string =>
  fileURLToPath(new URL(`../../../resources/${name}`, import.meta.url))

/** The facts that ship with the product, read through the checks that it reads them with. */
export function shippedProducts(): ProductFacts {
  const facts = readProducts(resource('products.json'))
  if (!facts.ok) throw new Error(facts.error.message)
  return facts.value
}

export function shippedCalendar(): Calendar {
  const calendar = readCalendar(resource('calendar.json'))
  if (!calendar.ok) throw new Error(calendar.error.message)
  return calendar.value
}
