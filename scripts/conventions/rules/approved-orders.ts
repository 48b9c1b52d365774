import { forbid } from '../forbid.ts'
import type { Rule } from '../source.ts'

const GATE = 'src/core/engine/gate/'
const RUNNER = 'src/core/engine/driver/gateway-runner.ts'

const made = forbid({
  rule: 'approved-orders',
  where: (path) => !path.startsWith(GATE),
  view: 'code',
  patterns: [/\bas\s+Approved(Order)?\b/, /<Approved(Order)?>(?=\s*[{([\w])/, /\bmintApproved\w*/],
  mend: () => `only ${GATE} may make an approved order; send the request through the gate`,
})

const spent = forbid({
  rule: 'approved-orders',
  where: (path) =>
    /^(src|workers)\//.test(path) && !path.startsWith(GATE) && !path.startsWith(RUNNER),
  view: 'code',
  patterns: [/\bimport\s*\{[^}]*\bspend\b[^}]*\}/],
  mend: () => `only ${RUNNER} may spend an approved order; hand it the effects`,
})

/**
 * Only the gate makes an approved order, and one place spends it: a cast, the mint, or another
 * sender anywhere else is a way round risk.
 */
export const approvedOrders: Rule = (files) => [...made(files), ...spent(files)]
