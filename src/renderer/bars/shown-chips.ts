import { ChipSince } from '../../core/desk/chip-since.ts'
import type { Chip } from '../../core/desk/chips.ts'
import { chipsOf } from '../../core/desk/chips.ts'
import { MICROS_PER_MILLISECOND } from '../../core/domain/index.ts'
import type { Desk } from '../desk/index.ts'
import { deskModel } from '../desk/index.ts'
import { age, decimal, duration } from '../format/index.ts'
import type { Translate } from '../words/index.ts'

/** Always with a name, a word or a figure: they tell states apart where colours do not. */
export const CHIP_GLYPHS = { good: '●', slow: '◍', off: '○', idle: '◌' } as const

/** By the page's own clock, which goes on without a line. */
export const chipSinceOf = deskModel(() => new ChipSince())

export function shownChips(desk: Desk): readonly Chip[] {
  const { replica, session, status, measures } = desk
  if (replica === undefined) return []
  const { workP95, degraded } = measures.read()
  return chipsOf(replica, session.monotonic(), newestTick(desk), {
    link: status,
    unheard: desk.unheard(),
    work: workP95 * MICROS_PER_MILLISECOND,
    drawsLess: degraded.length > 0,
  })
}

/** Age of the newest quote of any instrument, µs; NaN before the first. */
export function newestTick(desk: Desk): number {
  const now = desk.sessionNow()
  let newest = NaN
  for (const quote of desk.replica?.state.quotes ?? []) {
    if (quote === undefined) continue
    const old = desk.freshness.age(quote.instrument, now)
    if (!(old >= newest)) newest = old
  }
  return newest
}

/** What stands beside a chip's name. */
export function chipWords({ state, unit, value, of = NaN }: Chip, t: Translate): string {
  if (unit === 'running') return t('chip.running', { count: decimal(value), all: decimal(of) })
  if (unit === 'delay' && Number.isFinite(value)) return duration(value)
  if (unit === 'age' && Number.isFinite(value)) return `◷ ${age(value)}`
  if (unit === 'rows') return t('bar.rows', { rows: decimal(value) })
  return t(`bar.${state}`)
}
