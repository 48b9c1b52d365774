import type { Failure, Mode, ResetPaper, VenueReport } from '../../contracts/index.ts'
import { explained, failure, sayingText } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../domain/index.ts'
import type { Desk } from './desk.ts'
import type { VenueLine } from './venue-line.ts'

const ANSWER_WITHIN = 500 * MICROS_PER_MILLISECOND

/**
 * Has the venue begin a paper account anew. The books here change with its report and not before,
 * as with a fill; so whoever dies in between, both sides agree, and a person is told what is so.
 */
export class AccountReset {
  readonly #desk: Desk
  readonly #line: VenueLine
  readonly #mode: Mode
  /** What the venue was asked for, and did not answer yet. */
  #wanted: ResetPaper | undefined
  #askedAt = NaN

  constructor(desk: Desk, line: VenueLine, mode: Mode) {
    this.#desk = desk
    this.#line = line
    this.#mode = mode
  }

  /** Asks for it, or says why not. It is acknowledged once the venue has answered. */
  ask(command: ResetPaper, now: Micros): Failure | undefined {
    const refusal = this.#refusal(command)
    if (refusal !== undefined) return refusal
    const { epoch } = this.#desk
    const { id, person } = command
    this.#wanted = command
    this.#askedAt = now
    this.#desk.ask({ kind: 'reset', epoch, command: id, person })
    return undefined
  }

  /** The venue has done it, and it is in the books. */
  booked({ command }: Extract<VenueReport, { kind: 'reset' }>, now: Micros): void {
    if (this.#wanted?.id === command) this.#answer('accepted', now)
  }

  refused(
    { command, code, message }: Extract<VenueReport, { kind: 'reset-refused' }>,
    now: Micros,
  ): void {
    if (this.#wanted?.id === command) this.#answer('refused', now, failure(code, message))
  }

  /**
   * The venue's books are these, and all its reports are booked: what it did not do, it never had.
   */
  compared(now: Micros): void {
    if (!(now - this.#askedAt >= ANSWER_WITHIN)) return
    this.#answer('refused', now, explained('venue.not-found/reset'))
  }

  /** Where no answer came in time, the books are asked for. @returns whether one is awaited. */
  look(now: Micros): boolean {
    if (this.#wanted === undefined) return false
    if (this.#line.loggedIn && now - this.#askedAt >= ANSWER_WITHIN) this.#line.askLedger(now)
    return true
  }

  #refusal({ person }: ResetPaper): Failure | undefined {
    const { working, exposures, trading } = this.#desk.state
    if (this.#mode !== 'simulated' && this.#mode !== 'paper') {
      return explained('command.state/reset-mode', { mode: this.#mode })
    }
    if (person === '') return explained('command.state/reset-person')
    if (!this.#line.ready) {
      return explained('command.state/books-differ', { why: sayingText(trading.reason) })
    }
    if (this.#wanted !== undefined) return explained('command.state/reset-under-way')
    const orders = working.reduce((sum, each) => sum + (each?.length ?? 0), 0)
    const lots = exposures.reduce((sum, each) => sum + (each ? each.long + each.short : 0), 0)
    if (orders === 0 && lots === 0) return undefined
    return explained('command.state/reset-holds', { orders, lots })
  }

  #answer(outcome: 'accepted' | 'refused', now: Micros, why?: Failure): void {
    const command = this.#wanted
    this.#wanted = undefined
    this.#askedAt = NaN
    if (command !== undefined) {
      this.#desk.acknowledge(command, outcome, now, why?.code, why?.message)
    }
  }
}
