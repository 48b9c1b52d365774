export { openAccount, openRun } from './instance.ts'
export type { Instance, InstanceRequest } from './instance.ts'
