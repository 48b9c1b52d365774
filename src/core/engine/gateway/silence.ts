import type { Mode, Saying } from '../../contracts/index.ts'
import { saying } from '../../contracts/index.ts'
import { MICROS_PER_SECOND } from '../../domain/index.ts'
import type { CommandDesk } from './command-desk.ts'
import type { DecisionClock } from './decision-clock.ts'
import type { Desk } from './desk.ts'

const REDUCING_AFTER = MICROS_PER_SECOND
const HALTED_AFTER = 10 * MICROS_PER_SECOND

/**
 * Watches for the beat of whoever watches over the gateway. Gone for a second, only exposure may
 * be lowered; gone for ten, everything is cancelled and trading halts. It counts from the first
 * beat on: a gateway that nobody promised to watch is not silenced.
 */
export class Silence {
  readonly #desk: Desk
  readonly #commands: CommandDesk
  readonly #mode: Mode
  /** On the decision clock. */
  #heardAt = Infinity

  constructor(desk: Desk, commands: CommandDesk, mode: Mode) {
    this.#desk = desk
    this.#commands = commands
    this.#mode = mode
  }

  /**
   * A beat. What silence alone brought about is lifted, but a halt of a live account: that stays
   * until a person arms it.
   */
  beat({ decision, session: now }: DecisionClock): void {
    this.#heardAt = decision
    const { trading } = this.#desk.state
    // Once lifted it stays so until the next silence: beats are no news.
    if (trading.cause !== 'silence' || trading.state === 'active') return
    if (trading.state === 'halted' && this.#mode === 'live') return
    this.#desk.enter('active', 'silence', saying('state.watch-heard'), '', now)
  }

  /** @returns whether silence has to be looked for again. */
  look({ decision, session: now }: DecisionClock): boolean {
    if (this.#heardAt === Infinity) return false
    const silent = decision - this.#heardAt
    const { state } = this.#desk.state.trading
    if (silent >= HALTED_AFTER && (state === 'active' || state === 'reducing')) {
      this.#desk.enter('halted', 'silence', silentFor(HALTED_AFTER), '', now)
      this.#commands.cancelEverything(now)
    } else if (silent >= REDUCING_AFTER && state === 'active') {
      this.#desk.enter('reducing', 'silence', silentFor(REDUCING_AFTER), '', now)
    }
    return true
  }
}

function silentFor(micros: number): Saying {
  return saying('state.watch-silent', { seconds: micros / MICROS_PER_SECOND })
}
