export type { ReplicaListener } from './listener.ts'
export { openReplica } from './open-replica.ts'
export type { OpenedReplica } from './open-replica.ts'
