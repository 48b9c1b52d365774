export { openWebDoor } from './web-door.ts'
export type { WebDoor, WindowsParts } from './web-door.ts'
