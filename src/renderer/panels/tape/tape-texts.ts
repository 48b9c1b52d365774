import type { TextRows } from '../../../core/desk/table-text.ts'
import type { TapeRow } from '../../../core/desk/tape-rows.ts'
import type { PriceFormat } from '../../format/index.ts'
import { clockTime, decimal, percent, signed } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'

/** Rows of a tape as they are copied and exported, head first. */
export function tapeTexts(rows: readonly TapeRow[], format: PriceFormat, t: Translate): TextRows {
  const head = [t('time'), t('price'), t('tape.lots'), t('tape.bought'), '±', t('tape.interest')]
  return [
    head,
    ...rows.map(({ at, price, lots, bought, band, interest, hole }) => [
      clockTime(at, 3),
      format.price(price),
      decimal(lots),
      ...(hole === undefined ? [percent(bought, 0), percent(band, 0)] : ['', '']),
      signed(interest),
    ]),
  ]
}
