import { join } from 'node:path'
import { readCalendar, readProducts } from '../resources/index.ts'
import type { Failure } from '../../core/contracts/index.ts'
import type { Calendar, ProductFacts, Result } from '../../core/domain/index.ts'
import { ok } from '../../core/domain/index.ts'

/** What is known of products and days. */
export interface MarketFacts {
  readonly products: ProductFacts
  readonly calendar: Calendar
}

/** Reads both files of the shipped folder. */
export function readMarketFacts(resources: string): Result<MarketFacts, Failure> {
  const products = readProducts(join(resources, 'products.json'))
  if (!products.ok) return products
  const calendar = readCalendar(join(resources, 'calendar.json'))
  if (!calendar.ok) return calendar
  return ok({ products: products.value, calendar: calendar.value })
}
