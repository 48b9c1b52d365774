import { changeOf, limitOf } from '../../../core/desk/quote-figures.ts'
import type { Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../../core/domain/index.ts'
import type { WatchRow } from '../../../core/desk/watch-list.ts'
import { codeOf } from '../../../core/desk/watch-list.ts'
import type { CellWriter, Column } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import {
  UNKNOWN,
  age,
  arrow,
  direction,
  percent,
  priceFormat,
  shortName,
} from '../../format/index.ts'
import type { Language } from '../../preferences/index.ts'
import type { Translate } from '../../words/index.ts'
import { sayingsWords } from '../../words/index.ts'
import { drawTrend } from './trend-drawing.ts'

/** Session time of a paint, read once for all its rows. */
export interface PaintClock {
  readonly look: () => void
  readonly now: () => Micros
  /**
   * The same four times a second, for ages: those of busy instruments would be other ones in each
   * frame, which nobody can read, and was most of what a frame wrote.
   */
  readonly calm: () => Micros
}

const CALM = 250 * MICROS_PER_MILLISECOND

export function createPaintClock(desk: Desk): PaintClock {
  let now = desk.sessionNow()
  let calm = now
  return {
    look: () => {
      now = desk.sessionNow()
      if (Math.abs(now - calm) >= CALM) calm = now
    },
    now: () => now,
    calm: () => calm,
  }
}

/** Share of the settlement price before by which the last price differs; NaN where unknown. */
function ratioOf({ quote }: WatchRow): number {
  return quote === undefined ? NaN : changeOf(quote) / quote.preSettlement
}

/** What is not told any more grows old as well. */
function isOld(desk: Desk, clock: PaintClock, { instrument }: WatchRow): boolean {
  return desk.status.old || desk.freshness.isOld(instrument.id, clock.now())
}

/** @param isWide whether there is room for names and trends. */
export function watchColumns(
  desk: Desk,
  clock: PaintClock,
  t: Translate,
  language: Language,
  isWide: boolean,
): readonly Column<WatchRow>[] {
  const columns: readonly (Column<WatchRow> | false)[] = [
    {
      id: 'symbol',
      title: 'symbol',
      // A code of six with the mark of a limit; where there is room, a name as well.
      width: isWide ? 11 : 9,
      noted: true,
      paint: (row, cell) => {
        paintSymbol(row, cell, t, language)
        cell.note(isWide ? shortName(row.instrument.name[language]) : '')
      },
      order: ({ symbol }) => codeOf(symbol),
      text: ({ symbol }) => symbol,
    },
    {
      id: 'last',
      title: 'col.last',
      width: 7,
      align: 'end',
      paint: (row, cell) => paintLast(desk, clock, row, cell),
      order: ({ quote }) => quote?.last ?? NaN,
    },
    {
      id: 'change',
      title: 'col.change',
      width: 5.5,
      align: 'end',
      paint: (row, cell) => {
        // What is shown as zero has neither sign nor colour.
        const change = Math.round(ratioOf(row) * 10_000) / 10_000
        const words = Number.isNaN(change) ? UNKNOWN : percent(Math.abs(change))
        cell.write(`${arrow(change)}${words}`, isOld(desk, clock, row) ? 'old' : direction(change))
      },
      order: ratioOf,
      text: (row) => percent(ratioOf(row)),
    },
    isWide && {
      id: 'trend',
      title: 'col.trend',
      width: 6,
      drop: 1,
      align: 'center',
      paint: () => undefined,
      draw: drawTrend,
    },
    {
      id: 'age',
      title: 'col.age',
      width: 4.5,
      align: 'end',
      paint: (row, cell) => paintAge(desk, clock, row, cell, t),
      text: ({ instrument }) => age(desk.freshness.age(instrument.id, clock.now())),
    },
  ]
  return columns.filter((column) => column !== false)
}

function paintSymbol(row: WatchRow, cell: CellWriter, t: Translate, language: Language): void {
  const { instrument, quote } = row
  const limit = quote === undefined ? '' : limitOf(instrument, quote)
  const mark = limit === '' ? '' : ` ${t(limit === 'up' ? 'watch.limit-up' : 'watch.limit-down')}`
  cell.write(codeOf(row.symbol) + mark, instrument.tradable ? 'watch-symbol' : 'muted')
  const why = sayingsWords(instrument.notes, t)
  const name = `${row.symbol} ${instrument.name[language]}`
  cell.hint(instrument.tradable ? name : `${name} · ${t('watch.not-traded', { why })}`)
}

function paintLast(desk: Desk, clock: PaintClock, row: WatchRow, cell: CellWriter): void {
  const { instrument, quote, flash, flashNumber } = row
  if (quote === undefined) return cell.write(UNKNOWN, 'muted')
  const colour = isOld(desk, clock, row) ? 'old' : direction(ratioOf(row))
  cell.write(priceFormat(instrument).price(quote.last), colour)
  cell.flash(flash, flashNumber)
}

/** Nothing traded yet: `quiet`. Old: its age, marked. Else its age, plain. */
function paintAge(
  desk: Desk,
  clock: PaintClock,
  row: WatchRow,
  cell: CellWriter,
  t: Translate,
): void {
  const told = desk.freshness.age(row.instrument.id, clock.calm())
  const passed = told + desk.unheard()
  if (Number.isNaN(passed)) return cell.write(UNKNOWN, 'muted')
  if (isOld(desk, clock, row)) return cell.write(`◷${age(passed)}`, 'warn')
  if (row.quote?.volume === 0) return cell.write(t('watch.quiet'), 'muted')
  cell.write(age(passed), 'muted')
}

/** A bar at the edge of rows at a limit, and the row that the letter shows. */
export function watchClass(row: WatchRow, shown: string | undefined): string {
  const limit = row.quote === undefined ? '' : limitOf(row.instrument, row.quote)
  const classes = limit === '' ? '' : `watch-limit-${limit}`
  return row.symbol === shown ? `${classes} watch-shown` : classes
}
