import type { Fen, InstrumentId, OwnerId } from '../../domain/index.ts'
import { fen } from '../../domain/index.ts'
import type { State } from '../../state/index.ts'

/** What a fill cost, as it is stored; CNY. */
export interface StoredFee {
  readonly owner: string
  readonly symbol: string
  readonly fillId: string
  readonly commission: number
}

/** What every owner paid for every contract since the trading day began. */
export class DayFees {
  readonly #fees = new Map<string, number>()

  add(owner: OwnerId, instrument: InstrumentId, fee: number): void {
    this.#fees.set(`${owner} ${instrument}`, this.of(owner, instrument) + fee)
  }

  of(owner: OwnerId, instrument: InstrumentId): Fen {
    return (this.#fees.get(`${owner} ${instrument}`) ?? 0) as Fen
  }

  /** Adds those of an earlier life: fills that are not counted yet. */
  resume(
    stored: readonly StoredFee[],
    { owners, instruments }: Pick<State, 'owners' | 'instruments'>,
    isCounted: (fillId: string) => boolean,
  ): void {
    for (const { owner, symbol, fillId, commission } of stored) {
      const payer = owners.find((each) => each?.name === owner)?.id
      const instrument = instruments.find((each) => each?.symbol === symbol)?.id
      if (payer === undefined || instrument === undefined) continue
      if (isCounted(fillId) || Number.isNaN(commission)) continue
      this.add(payer, instrument, fen(100 * commission))
    }
  }

  endDay(): void {
    this.#fees.clear()
  }
}
