import type { OrderPreview } from '../../../core/desk/order-preview.ts'
import type { Instrument, Offset } from '../../../core/domain/index.ts'
import type { PriceFormat } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'

/** `close` means the older lots where an exchange tells them apart. */
export function offsetWord(
  t: Translate,
  offset: Offset | undefined,
  { closeRule }: Instrument,
): string {
  if (offset === undefined) return '–'
  if (offset === 'close' && closeRule === 'explicit') return t('ticket.offset.closeHistory')
  return t(`ticket.offset.${offset}`)
}

/** The limit of an order; a true market order has none. */
export function priceText(t: Translate, format: PriceFormat, preview: OrderPreview): string {
  return preview.kind === 'market' ? t('ticket.kind.market') : format.ticks(preview.limit)
}
