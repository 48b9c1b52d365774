import type { FillProfits } from '../../../core/desk/fill-profits.ts'
import type { Column } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { UNKNOWN, age, clockTime, direction, money, signedMoney } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import {
  codeText,
  instrumentOf,
  offsetText,
  ownerText,
  ticksText,
  writeOwner,
  writeSide,
} from '../listing/cells.ts'
import type { FillRow } from '../listing/fill-list.ts'

export function fillColumns(
  desk: Desk,
  t: Translate,
  profits: FillProfits,
): readonly Column<FillRow>[] {
  return [
    {
      id: 'time',
      title: 'time',
      width: 11,
      paint: ({ fact }, cell) => cell.write(clockTime(fact.fill.at, 3)),
      order: ({ fact }) => fact.fill.at,
    },
    {
      id: 'symbol',
      title: 'symbol',
      width: 6.5,
      paint: ({ fact }, cell) => cell.write(codeText(desk, fact.fill.instrument)),
      order: ({ fact }) => codeText(desk, fact.fill.instrument),
    },
    {
      id: 'side',
      title: 'side',
      width: 3.5,
      paint: ({ fact }, cell) => writeSide(cell, fact.fill.side, t),
      order: ({ fact }) => fact.fill.side,
    },
    {
      id: 'offset',
      title: 'offset',
      width: 8,
      paint: ({ fact: { fill } }, cell) => {
        cell.write(offsetText(fill.offset, instrumentOf(desk, fill.instrument), t))
      },
    },
    {
      id: 'lots',
      title: 'lots',
      width: 3.5,
      align: 'end',
      paint: ({ fact }, cell) => cell.write(String(fact.fill.volume)),
      order: ({ fact }) => fact.fill.volume,
    },
    {
      id: 'price',
      title: 'price',
      width: 7,
      align: 'end',
      paint: ({ fact: { fill } }, cell) => {
        cell.write(ticksText(instrumentOf(desk, fill.instrument), fill.price))
      },
    },
    {
      id: 'fee',
      title: 'col.fee',
      width: 6,
      drop: 1,
      align: 'end',
      paint: ({ fact }, cell) => cell.write(money(fact.fee)),
      order: ({ fact }) => fact.fee,
    },
    {
      id: 'profit',
      title: 'col.close-profit',
      width: 8.5,
      align: 'end',
      paint: ({ fact: { fill } }, cell) => {
        const profit = profits.of(fill.id)
        const isOpen = fill.offset === 'open'
        cell.write(isOpen ? '' : signedMoney(profit), direction(profit))
      },
      order: ({ fact }) => profits.of(fact.fill.id),
    },
    {
      id: 'to-fill',
      title: 'col.to-fill',
      width: 5,
      align: 'end',
      drop: 3,
      paint: ({ toFill }, cell) => cell.write(toFillText(toFill), 'muted'),
      order: ({ toFill }) => toFill,
    },
    {
      id: 'owner',
      title: 'owner',
      width: 8,
      align: 'center',
      drop: 2,
      boxed: true,
      paint: ({ fact }, cell) => writeOwner(cell, desk, fact.fill.owner, t),
      order: ({ fact }) => ownerText(desk, fact.fill.owner, t),
    },
  ]
}

/** Milliseconds below a second. */
function toFillText(micros: number): string {
  if (Number.isNaN(micros) || micros < 0) return UNKNOWN
  return micros < 1_000_000 ? `${Math.round(micros / 1000)}ms` : age(micros)
}
