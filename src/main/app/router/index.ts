export { openRouter } from './open-router.ts'
export { personOf } from './person.ts'
export { Router } from './router.ts'
export type { RouterParts } from './router.ts'
