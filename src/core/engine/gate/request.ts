import type { Failure, RiskLimits } from '../../contracts/index.ts'
import { explained } from '../../contracts/index.ts'
import type { Instrument, Micros, OrderTerms, OwnerId, Quote } from '../../domain/index.ts'
import type { SessionPhase } from '../../domain/index.ts'
import type { State } from '../../state/index.ts'

/** An order that somebody wants, before the gate has seen it. */
export interface Ticket extends OrderTerms {
  /** True for the closing orders that the gateway makes itself to flatten the account. */
  readonly flattening: boolean
}

/** What the gate reads besides the state; all of it kept by the gateway engine. */
export interface GateView {
  readonly state: State
  /** Recorded markets may lack price limits: there alone that one rule may stand aside. */
  readonly priceLimitsMayLack: boolean
  /** The venue is connected and this gateway has logged in. */
  readonly venueReady: () => boolean
  readonly sessionPhase: (instrument: Instrument, now: Micros) => SessionPhase
  /** Why the instrument's quote is too old to trade on; undefined when it is fresh. */
  readonly staleness: (instrument: Instrument, now: Micros) => string | undefined
  /** Whether another new order fits into the running second. */
  readonly orderFits: (limits: RiskLimits, now: Micros) => boolean
}

/** What every rule is handed: the ticket with its instrument, quote and limits looked up once. */
export interface GateRequest {
  readonly ticket: Ticket
  readonly instrument: Instrument
  readonly quote: Quote | undefined
  readonly limits: RiskLimits
  readonly owner: OwnerId
  readonly now: Micros
}

/** Looks up what the rules need; undefined for an instrument that is not in the directory. */
export function gateRequest(ticket: Ticket, state: State, now: Micros): GateRequest | undefined {
  const instrument = state.instruments[ticket.instrument]
  if (instrument === undefined) return undefined
  const quote = state.quotes[ticket.instrument]
  return { ticket, instrument, quote, limits: state.limits, owner: ticket.owner, now }
}

export function unknownInstrument({ instrument }: Ticket): Failure {
  return explained('risk.instrument/unknown', { instrument })
}
