export type { ApprovedOrder } from './approved-order.ts'
export { spend } from './approved-order.ts'
export { createGate } from './gate.ts'
export type { GateView, Ticket } from './request.ts'
