export { NO_VENUE, followExchange } from './client.ts'
export type { ExchangeLine } from './client.ts'
