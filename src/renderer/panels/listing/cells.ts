import { codeOf } from '../../../core/desk/watch-list.ts'
import type {
  Instrument,
  InstrumentId,
  Offset,
  Order,
  OwnerId,
  Side,
} from '../../../core/domain/index.ts'
import { HAND } from '../../../core/domain/index.ts'
import type { CellWriter } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { UNKNOWN, priceFormat } from '../../format/index.ts'
import type { Translate, Word } from '../../words/index.ts'
import '../../components/tag.css'

export function instrumentOf(desk: Desk, id: InstrumentId): Instrument | undefined {
  return desk.replica?.state.instruments[id]
}

/** `cu2010`; `–` for one that nobody announced. */
export function codeText(desk: Desk, id: InstrumentId): string {
  const symbol = instrumentOf(desk, id)?.symbol
  return symbol === undefined ? UNKNOWN : codeOf(symbol)
}

/** A strategy's own name; the hand's is translated. */
export function ownerText(desk: Desk, owner: OwnerId, t: Translate): string {
  if (owner === HAND) return t('hand')
  return desk.replica?.state.owners[owner]?.name ?? UNKNOWN
}

/** Orders that a flatten made are nobody's wish but the halt's. */
export function isOfHalt({ intent }: Pick<Order, 'intent'>): boolean {
  return intent.startsWith('flatten-')
}

/** A tag of whoever owns it: the hand cyan, strategies violet, a flatten crimson. */
export function writeOwner(
  cell: CellWriter,
  desk: Desk,
  owner: OwnerId,
  t: Translate,
  isHalt = false,
): void {
  const kind = owner === HAND ? 'mine' : 'model'
  cell.write(ownerText(desk, owner, t), `tag ${isHalt ? 'tag-fault' : `tag-${kind}`}`)
}

export function writeSide(cell: CellWriter, side: Side, t: Translate): void {
  cell.write(t(side), side === 'buy' ? 'up' : 'down')
}

/** `close` says which lots only where the exchange tells them apart. */
export function offsetText(
  offset: Offset,
  instrument: Instrument | undefined,
  t: Translate,
): string {
  return t(offsetWord(offset, instrument))
}

function offsetWord(offset: Offset, instrument: Instrument | undefined): Word {
  if (offset === 'open') return 'open'
  if (offset === 'closeToday') return 'list.close-today'
  return instrument?.closeRule === 'explicit' ? 'list.close-history' : 'close'
}

/** A price in ticks as its instrument writes it; the word for market orders where there is none. */
export function ticksText(instrument: Instrument | undefined, ticks: number): string {
  return instrument === undefined ? UNKNOWN : priceFormat(instrument).ticks(ticks)
}

/** The end of an order's id: `hand-1x-3-2f` → `3-2f`, what tells it from others of this account. */
export function shortId(id: string): string {
  return id.split('-').slice(-2).join('-')
}
