import type { SayingCode } from '../../core/contracts/index.ts'
import { SAYINGS } from '../../core/contracts/index.ts'

type Sayings = { readonly [Code in SayingCode as `saying.${Code}`]: string }

/** What processes say: the very sentences that terminals and logs have. */
export const EN = Object.fromEntries(
  Object.entries(SAYINGS).map(([code, text]) => [`saying.${code}`, text]),
) as Sayings
