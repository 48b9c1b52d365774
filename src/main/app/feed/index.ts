export { Feed } from './feed.ts'
export type { FeedOptions, OpenWindow } from './feed.ts'
export { openFeed } from './open-feed.ts'
export type { WindowEnd } from './stream.ts'
