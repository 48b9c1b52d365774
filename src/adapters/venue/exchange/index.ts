export { ExchangeVenue } from './client.ts'
