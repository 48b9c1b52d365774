import { saying } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import type { CommandDesk } from './command-desk.ts'
import type { Desk } from './desk.ts'
import type { VenueLine } from './venue-line.ts'

/**
 * Halts the account once the day's result, open profit included, reaches the limit of loss; only a
 * person lifts that. The day's baseline is its first balance, and turns with the settlement.
 */
export class LossLatch {
  readonly #desk: Desk
  readonly #commands: CommandDesk
  readonly #line: VenueLine

  constructor(desk: Desk, commands: CommandDesk, line: VenueLine) {
    this.#desk = desk
    this.#commands = commands
    this.#line = line
  }

  watch(now: Micros): void {
    const { money, limits, trading, openProfit } = this.#desk.state
    const result = money.closeProfit + openProfit - money.fees
    if (result > -limits.maxDailyLoss || trading.cause === 'loss' || !this.#line.ready) return
    if (trading.state === 'halted' || trading.state === 'flattening') return
    const values = { resultCny: result / 100, limitCny: -limits.maxDailyLoss / 100 }
    this.#desk.enter('halted', 'loss', saying('state.day-loss', values), '', now)
    this.#commands.cancelEverything(now)
  }
}
