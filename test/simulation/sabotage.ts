import type { Exchange, ExchangeOutput } from '../../src/core/exchange/index.ts'

/** Faults of our own that the simulation must find, or it proves nothing. */
export const SABOTAGES = ['forgets-orders', 'miscounts-fills', 'loses-cancels', 'hurries'] as const
export type Sabotage = (typeof SABOTAGES)[number]

/** An exchange that tells its gateway something else than its own books say. */
export function lyingExchange(exchange: Exchange, sabotage: Sabotage | undefined): Exchange {
  if (sabotage !== 'miscounts-fills' && sabotage !== 'loses-cancels') return exchange
  const lie = (output: ExchangeOutput): ExchangeOutput => ({
    ...output,
    reports: output.reports.flatMap((report) => {
      if (sabotage === 'loses-cancels' && report.kind === 'cancelled') return []
      if (sabotage !== 'miscounts-fills' || report.kind !== 'filled') return [report]
      return [{ ...report, fee: (report.fee + 1) as typeof report.fee }]
    }),
  })
  return {
    request: (request, now) => lie(exchange.request(request, now)),
    quote: (quote) => lie(exchange.quote(quote)),
    advance: (now) => lie(exchange.advance(now)),
    restore: (records) => exchange.restore(records),
  }
}
