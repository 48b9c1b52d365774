/**
 * Where a key acts. `always`: in dialogs and text fields too. `anywhere`: in text fields too, under
 * no dialog. `desk`: neither. `dialog`: only while one is open. Else only within panels of that
 * kind.
 */
export type KeyScope =
  | 'always'
  | 'anywhere'
  | 'desk'
  | 'dialog'
  | 'chart'
  | 'ladder'
  | 'tape'
  | 'orders'
  | 'watch-list'
  | 'event-log'
  | 'audit'
  | 'processes'

/** `hold`: held for 800 ms without a break. `double`: pressed twice within 400 ms. */
export type KeyPress = 'once' | 'hold' | 'double'

/** One key of the workstation; its words are those of `key.<name>`. */
export interface KeyEntry {
  /** As in `Ctrl Shift L`; empty for none. */
  readonly chord: string
  readonly scope: KeyScope
  readonly press: KeyPress
  /** `sends` may add exposure or close positions; `stops` takes orders or strategies back. */
  readonly trades: 'no' | 'sends' | 'stops'
  /** May not be changed. */
  readonly fixed?: true
}

export const HOLD_FOR = 800
export const TWICE_WITHIN = 400
