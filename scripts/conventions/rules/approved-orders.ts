import { forbid } from '../forbid.ts'

const GATE = 'src/core/engine/gate/'

/** Only the gate makes an approved order: a cast or the mint anywhere else is a way round risk. */
export const approvedOrders = forbid({
  rule: 'approved-orders',
  where: (path) => !path.startsWith(GATE),
  view: 'code',
  patterns: [/\bas\s+Approved(Order)?\b/, /<Approved(Order)?>(?=\s*[{([\w])/, /\bmintApproved\w*/],
  mend: () => `only ${GATE} may make an approved order; send the request through the gate`,
})
