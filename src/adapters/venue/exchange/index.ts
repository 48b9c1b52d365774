export { ExchangeVenue } from './client.ts'
export { followVenue } from './follow-venue.ts'
