export { readPages } from './pages.ts'
export { LARGEST_INBOUND, openWeb } from './server.ts'
export type { Web, WebOptions } from './server.ts'
