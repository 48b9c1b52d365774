/** The collected facts as they lie, as far as the scripts read them. Dates are `YYYY-MM-DD`. */
export interface RawProducts {
  readonly compiled: string
  readonly sources: Readonly<
    Record<string, { readonly source: string | null; readonly licence: string | null }>
  >
  readonly legacy_codes: readonly { readonly id: string; readonly became: string | null }[]
  readonly products: readonly RawProduct[]
}

export interface RawValue {
  readonly value: number
  readonly source: readonly string[]
  readonly by_contract?: boolean
  readonly contracts?: readonly [string, string]
  readonly valid_from?: string
  readonly valid_from_between?: readonly [string, string]
  readonly notice?: string
}

export interface RawLimit {
  readonly limit: number
  readonly market: number
  readonly observed: readonly [string, string]
  readonly valid_from?: string
  readonly source: string
  readonly notice?: string
}

export interface RawFee {
  readonly by: 'value' | 'lot'
  readonly open: number
  readonly close: number
  readonly close_today: number
  readonly valid_from?: string
  readonly observed?: string
  readonly source: string
  readonly notice?: string
}

/**
 * Margin and commission of one lot in CNY; `last` is a price of that day, not the one behind them.
 */
export interface RawObservation {
  readonly date: string
  readonly contract: string
  readonly margin: number
  readonly commission: number
  readonly last?: number
}

export interface RawProduct {
  readonly id: string
  readonly exchange: string
  readonly name_zh: string
  readonly name_en: string
  readonly unit: { readonly lot: string; readonly price: string }
  readonly price_tick: readonly RawValue[]
  readonly volume_multiple: readonly RawValue[]
  readonly max_order_volume: readonly RawLimit[]
  readonly margin_commission_per_lot?: { readonly observations: readonly RawObservation[] }
  readonly margin_rate_listing?: {
    readonly value: number
    readonly valid_from: string
    readonly source: string
    readonly notice: string
    readonly note?: string
  }
  readonly fee_wondertrader?: RawFee
  readonly fee_listing?: RawFee
  readonly fee_notice?: RawFee
  readonly session_timeline: {
    readonly changes: readonly {
      readonly from: string
      readonly session: string
      readonly approximate?: boolean
    }[]
    readonly source: string
  }
  readonly listed?: { readonly value: string }
}
