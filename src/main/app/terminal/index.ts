export { openDisplay } from './display.ts'
export type { Display, DisplayOptions } from './display.ts'
export type { Key } from './keys.ts'
