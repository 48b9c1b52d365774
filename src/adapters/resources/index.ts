export { parseCalendar, readCalendar } from './read-calendar.ts'
export { parseProducts, readProducts } from './read-products.ts'
