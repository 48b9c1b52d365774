import type {
  PositionFigures,
  PositionRow,
  PositionSums,
} from '../../../core/desk/position-list.ts'
import { positionFigures } from '../../../core/desk/position-list.ts'
import type { Column } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { UNKNOWN, decimal, direction, money, priceFormat, signedMoney } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { codeText, instrumentOf, ownerText, writeOwner } from '../listing/cells.ts'

/** @param sums over all rows, as they are at the paint. */
export function positionColumns(
  desk: Desk,
  t: Translate,
  sums: () => PositionSums,
): readonly Column<PositionRow>[] {
  const figures = (row: PositionRow): PositionFigures | undefined => {
    const instrument = instrumentOf(desk, row.position.instrument)
    return instrument && positionFigures(row, instrument, desk.replica?.state.marks[instrument.id])
  }
  const of = (row: PositionRow, name: keyof PositionFigures): number => figures(row)?.[name] ?? NaN
  const isOld = (row: PositionRow): boolean => desk.isQuoteOld(row.position.instrument)
  return [
    {
      id: 'symbol',
      title: 'symbol',
      width: 6.5,
      paint: ({ position }, cell) => cell.write(codeText(desk, position.instrument)),
      order: ({ position }) => codeText(desk, position.instrument),
      foot: (cell) => cell.write(t('list.total')),
    },
    {
      id: 'side',
      title: 'side',
      width: 4.5,
      paint: ({ side }, cell) => cell.write(t(side), side === 'long' ? 'up' : 'down'),
    },
    {
      id: 'lots',
      title: 'lots',
      width: 3.5,
      align: 'end',
      paint: (row, cell) => cell.write(decimal(of(row, 'lots')), 'strong'),
      order: (row) => of(row, 'lots'),
      foot: (cell) => cell.write(decimal(sums().lots)),
    },
    {
      id: 'today',
      title: 'col.today-history',
      width: 8,
      align: 'end',
      paint: (row, cell) => cell.write(`${of(row, 'today')} / ${of(row, 'history')}`),
    },
    {
      id: 'average',
      title: 'col.average',
      width: 8,
      align: 'end',
      paint: (row, cell) => {
        const instrument = instrumentOf(desk, row.position.instrument)
        cell.write(instrument ? priceFormat(instrument).average(of(row, 'average')) : UNKNOWN)
      },
    },
    {
      id: 'last',
      title: 'col.last',
      width: 7,
      align: 'end',
      paint: ({ position, ...row }, cell) => {
        const instrument = instrumentOf(desk, position.instrument)
        const last = desk.quoteOf(position.instrument)?.last ?? NaN
        const text = instrument ? priceFormat(instrument).price(last) : UNKNOWN
        cell.write(text, isOld({ position, ...row }) ? 'old' : '')
      },
    },
    {
      id: 'notional',
      title: 'col.notional',
      width: 9,
      align: 'end',
      drop: 1,
      paint: (row, cell) => cell.write(money(of(row, 'notional'), 0)),
      order: (row) => of(row, 'notional'),
      foot: (cell) => cell.write(money(sums().notional, 0)),
    },
    {
      id: 'margin',
      title: 'col.margin',
      width: 8,
      align: 'end',
      drop: 2,
      paint: (row, cell) => cell.write(money(of(row, 'margin'), 0)),
      order: (row) => of(row, 'margin'),
      foot: (cell) => cell.write(money(sums().margin, 0)),
    },
    {
      id: 'profit',
      title: 'col.profit',
      width: 9,
      align: 'end',
      paint: (row, cell) => {
        const profit = of(row, 'profit')
        cell.write(signedMoney(profit), isOld(row) ? 'old' : direction(profit))
      },
      order: (row) => of(row, 'profit'),
      foot: (cell) => {
        const { profit } = sums()
        cell.write(signedMoney(profit), desk.status.old ? 'old' : direction(profit))
      },
    },
    {
      id: 'owner',
      title: 'owner',
      width: 8,
      align: 'center',
      boxed: true,
      paint: ({ position }, cell) => writeOwner(cell, desk, position.owner, t),
      order: ({ position }) => ownerText(desk, position.owner, t),
    },
  ]
}
