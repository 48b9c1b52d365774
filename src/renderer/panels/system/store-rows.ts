import { storeOutage } from '../../../core/desk/store-outage.ts'
import type { Source } from '../../../core/replica/index.ts'
import { isFresh } from '../../../core/replica/index.ts'
import { age, decimal } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'

/** One store, as the panel lists it. */
export interface StoreRow {
  readonly key: string
  readonly name: string
  /** How it is, in glyph and words. */
  readonly state: string
  readonly isFine: boolean
  /** Time of an answer, rows that went, rows or questions that wait, rows set aside. */
  readonly figures: readonly string[]
}

/** The oldest row may wait so long, in ms. */
const OLDEST_WAITING = 5000

/** What is stored by one process, as its last beat tells it. */
export function storeRows({ standing, beat }: Source, t: Translate): readonly StoreRow[] {
  const figures = beat?.figures ?? {}
  const figure = (name: string): number => figures[name] ?? NaN
  const isHeard = isFresh(standing)
  const row = (key: string, name: string, told: string, texts: readonly string[]): StoreRow => {
    const isFine = isHeard && told.startsWith('●')
    return { key, name, state: isHeard ? told : `○ ${t('system.down')}`, isFine, figures: texts }
  }
  const rows: StoreRow[] = []
  if (Number.isFinite(figure('journal.p50_us'))) {
    const name = t('system.journal', { name: standing.name })
    const answers = decimal(figure('journal.p50_us'))
    rows.push(
      row(`${standing.name} journal`, name, `● ${t('system.durable')}`, [answers, '', '', '']),
    )
  }
  if (standing.worker !== 'history') return rows
  const isLate = figure('outbox.age_ms') > OLDEST_WAITING
  rows.push(
    row(
      'outbox',
      t('system.outbox'),
      isLate ? `◍ ${t('system.slow')}` : `● ${t('system.durable')}`,
      [
        '',
        decimal(figure('outbox.sent')),
        decimal(figure('outbox.rows')),
        decimal(figure('outbox.poisoned')),
      ],
    ),
  )
  const away = (micros: number): string => `○ ${t('system.away', { age: age(micros) })}`
  const latency = figure('hot.latency_ms') * 1000
  const hotAway = storeOutage(figures, 'hot')
  if (hotAway > 0) rows.push(row('hot', t('system.hot'), away(hotAway), ['', '', '', '']))
  else if (Number.isFinite(latency)) {
    // No server answers in no time: it is kept in the memory of the process itself.
    const [word, answers] =
      latency > 0 ? (['system.up', decimal(latency)] as const) : (['system.in-memory', ''] as const)
    rows.push(row('hot', t('system.hot'), `● ${t(word)}`, [answers, '', '', '']))
  }
  const historyAway = storeOutage(figures, 'history')
  if (Number.isFinite(historyAway)) {
    const told = historyAway > 0 ? away(historyAway) : `● ${t('system.up')}`
    const questions = decimal(figure('history.questions'))
    rows.push(row('history', t('system.history'), told, ['', '', questions, '']))
  }
  return rows
}
