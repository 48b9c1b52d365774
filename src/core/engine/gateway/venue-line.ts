import type { NumberedReport } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../domain/index.ts'
import type { Desk } from './desk.ts'

const RESEND_WITHIN = 500 * MICROS_PER_MILLISECOND
const LOG_IN_WITHIN = MICROS_PER_SECOND

/**
 * The gateway's end of the line to its venue: logging in, and seeing to it that every numbered
 * report is booked once and in order. What comes early is dropped and asked for again.
 */
export class VenueLine {
  readonly #desk: Desk
  #loggedIn = false
  #reconciled = false
  #loginAskedAt = -Infinity
  #resendAskedAt = -Infinity
  #ledgerAskedAt = -Infinity
  #newest = 0

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Logged in, nothing missing, and the books compared. */
  get ready(): boolean {
    return this.#loggedIn && this.#reconciled && this.#newest <= this.#desk.state.venueSeq
  }

  get loggedIn(): boolean {
    return this.#loggedIn
  }

  get reconciled(): boolean {
    return this.#reconciled
  }

  set reconciled(done: boolean) {
    this.#reconciled = done
  }

  /** Starts again from nothing: at the gateway's start, and when the line broke. */
  logIn(now: Micros): void {
    this.#loggedIn = false
    this.#reconciled = false
    this.#loginAskedAt = now
    this.#resendAskedAt = -Infinity
    this.#ledgerAskedAt = -Infinity
    this.#desk.ask({ kind: 'login', epoch: this.#desk.epoch })
  }

  lost(): void {
    this.#loggedIn = false
    this.#reconciled = false
  }

  welcomed(seq: number, now: Micros): void {
    this.#loggedIn = true
    this.heard(seq, now)
  }

  /** The venue's last number, from whatever told it: asks for what is missing. */
  heard(seq: number, now: Micros): void {
    if (seq > this.#newest) this.#newest = seq
    this.#askForMissing(now)
  }

  /** @returns whether this report is the one to book now; others are known, or too early. */
  isNext(report: NumberedReport, now: Micros): boolean {
    const { seq } = report
    if (seq > this.#newest) this.#newest = seq
    if (seq === this.#desk.state.venueSeq + 1) return true
    if (seq > this.#desk.state.venueSeq) this.#askForMissing(now)
    return false
  }

  /** Asks again for whatever was not answered. @returns whether something is still awaited. */
  look(now: Micros): boolean {
    if (!this.#loggedIn) {
      if (now - this.#loginAskedAt >= LOG_IN_WITHIN) {
        this.#loginAskedAt = now
        this.#desk.ask({ kind: 'login', epoch: this.#desk.epoch })
      }
      return true
    }
    this.#askForMissing(now)
    if (!this.#reconciled) this.askLedger(now)
    return !this.ready
  }

  askLedger(now: Micros): void {
    if (now - this.#ledgerAskedAt < RESEND_WITHIN) return
    this.#ledgerAskedAt = now
    this.#desk.ask({ kind: 'ledger' })
  }

  #askForMissing(now: Micros): void {
    const { venueSeq } = this.#desk.state
    if (this.#newest <= venueSeq || now - this.#resendAskedAt < RESEND_WITHIN) return
    this.#resendAskedAt = now
    this.#desk.ask({ kind: 'resend', after: venueSeq })
  }
}
