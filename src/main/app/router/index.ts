export { openRouter } from './open-router.ts'
export { Router } from './router.ts'
export type { RouterParts } from './router.ts'
