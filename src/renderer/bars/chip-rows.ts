import type { ChipName } from '../../core/desk/chips.ts'
import { storeOutage } from '../../core/desk/store-outage.ts'
import type { Replica, Source } from '../../core/replica/index.ts'
import { isFresh } from '../../core/replica/index.ts'
import type { Desk } from '../desk/index.ts'
import { age, clockTime, decimal, duration } from '../format/index.ts'
import type { Translate } from '../words/index.ts'
import { sayingWords, sayingsWords } from '../words/index.ts'
import { heardFigures } from './heard-figures.ts'
import { newestTick } from './shown-chips.ts'

/** What it is, and how it stands. */
export type ChipRow = readonly [what: string, value: string]

/** What is known of the thing behind a chip, as of now; nothing before anything is known. */
export function chipRows(desk: Desk, name: ChipName, t: Translate): readonly ChipRow[] {
  const { replica } = desk
  return replica === undefined ? [] : ROWS[name](desk, replica, t)
}

type Rows = (desk: Desk, replica: Replica, t: Translate) => readonly ChipRow[]

const ROWS: Readonly<Record<ChipName, Rows>> = {
  feed(desk, replica, t) {
    const figures = heardFigures(desk, replica.sources.get(replica.gateway))
    return [
      [t('chip.newest-tick'), age(newestTick(desk))],
      [t('chip.delay'), spread(figures, 'hop.gateway')],
      [t('chip.rate'), decimal(figures['quotes.per_second'] ?? NaN, 1)],
      [t('chip.gaps'), decimal(desk.gaps)],
      ...beatsOf(desk, workers(replica, 'exchange'), t),
    ]
  },
  gateway(desk, replica, t) {
    const source = replica.sources.get(replica.gateway)
    const main = heardFigures(desk, workers(replica, 'main')[0])
    return [
      ...beatsOf(desk, source === undefined ? [] : [source], t),
      [t('chip.account'), age(desk.accountAge())],
      [t('chip.life'), decimal(source?.standing.epoch ?? NaN)],
      [t('chip.started'), clockTime(source?.beat?.startedAt ?? NaN)],
      [t('chip.restarts'), decimal(main[`restarts.${replica.gateway}`] ?? NaN)],
    ]
  },
  orders(desk, replica, t) {
    const { state, cause, at, reason } = replica.state.trading
    const figures = heardFigures(desk, replica.sources.get(replica.gateway))
    const working = replica.state.working.reduce((sum, each) => sum + (each?.length ?? 0), 0)
    const since = t('chip.at', { time: clockTime(at, 3) })
    return [
      [t('chip.trading'), `${t(`state.${state}`)} · ${t(`cause.${cause}`)} · ${since}`],
      [t('chip.reason'), sayingWords(reason, t) || '–'],
      [t('chip.working'), decimal(working)],
      [t('chip.tick-order'), spread(figures, 'tick.order')],
      ...beatsOf(desk, workers(replica, 'exchange'), t),
    ]
  },
  strategies(desk, replica, t) {
    return workers(replica, 'strategy').map((source): ChipRow => {
      const { name } = source.standing
      const isPaused = replica.settings.get(name)?.paused === true
      const how = isPaused ? t('strategy.paused') : t('strategy.running')
      return [name, [how, beatWords(desk, source, t)].join(' · ')]
    })
  },
  history(desk, replica, t) {
    const sources = workers(replica, 'history')
    const figures = heardFigures(desk, sources[0])
    const store = (name: 'hot' | 'history'): string => {
      const away = storeOutage(figures, name)
      if (Number.isNaN(away)) return '–'
      return away > 0 ? t('chip.store-away', { age: age(away) }) : t('bar.good')
    }
    return [
      [t('chip.store'), store('history')],
      [t('chip.hot-store'), store('hot')],
      [t('chip.rows-waiting'), decimal(figures['outbox.rows'] ?? NaN)],
      [t('chip.oldest-row'), age((figures['outbox.age_ms'] ?? NaN) * 1000)],
      [t('chip.rows-lost'), decimal(figures['outbox.lost'] ?? NaN)],
      ...beatsOf(desk, sources, t),
    ]
  },
  window(desk, _replica, t) {
    const { workP95, paintP95, longTasks, heapMegabytes, degraded } = desk.measures.read()
    const { phase } = desk.status
    const less = degraded.map((each) => t(`status.without-${each}`)).join(', ')
    return [
      [t('chip.line'), `${t(`chip.line-${phase}`)} · ${age(desk.lineAge())}`],
      [t('chip.unheard'), age(desk.unheard())],
      [t('chip.frame'), t('chip.millis', { millis: decimal(workP95, 1) })],
      [t('chip.paint'), t('chip.millis', { millis: decimal(paintP95, 1) })],
      [t('chip.long-tasks'), decimal(longTasks)],
      [t('chip.heap'), t('chip.megabytes', { size: decimal(heapMegabytes) })],
      [t('chip.less'), less === '' ? t('chip.less-nothing') : less],
    ]
  },
}

function workers({ sources }: Replica, worker: Source['standing']['worker']): readonly Source[] {
  return [...sources.values()].filter(({ standing }) => standing.worker === worker)
}

/** The last sign of life of each, and what each says of itself. */
function beatsOf(desk: Desk, sources: readonly Source[], t: Translate): readonly ChipRow[] {
  return sources.map((source) => [
    t('chip.beat-of', { name: source.standing.name }),
    beatWords(desk, source, t),
  ])
}

function beatWords(desk: Desk, { standing, beat }: Source, t: Translate): string {
  if (beat === undefined) return t('chip.no-beat')
  const notes = sayingsWords(beat.notes, t)
  const passed = t('chip.beat', { age: age(desk.session.monotonic() - beat.at) })
  const mark = isFresh(standing) ? '' : '◷ '
  return [`${mark}${passed}`, ...(notes === '' ? [] : [notes])].join(' · ')
}

/** Half of them and all but one in a hundred. */
function spread(figures: Readonly<Record<string, number>>, name: string): string {
  const part = (of: 'p50' | 'p99'): string => duration(figures[`${name}.${of}_us`] ?? NaN)
  return `${part('p50')} / ${part('p99')}`
}
