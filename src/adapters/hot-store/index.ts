export { openEmbeddedHotStore } from './embedded.ts'
export type { EmbeddedOptions } from './embedded.ts'
export { openRedisHotStore } from './redis.ts'
export type { RedisOptions } from './redis.ts'
