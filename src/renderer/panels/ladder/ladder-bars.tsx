import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { armsByClick } from '../../../core/desk/arming.ts'
import { averagesOf } from '../../../core/desk/held-average.ts'
import type { Instrument, Ticks } from '../../../core/domain/index.ts'
import { priceOf } from '../../../core/domain/index.ts'
import { workingOrders } from '../../../core/state/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { clockTime, isHandless, priceFormat } from '../../format/index.ts'
import { ReadOnlyTag } from '../listing/read-only-tag.tsx'
import type { PanelProps } from '../panel-kind.ts'
import { marketMemoriesOf } from '../tape/market-memories.ts'
import type { LadderModel } from './ladder-model.ts'
import { ladderOf } from './ladder-model.ts'

/** How many orders work, and what the account holds. */
export function LadderHead({ instrument }: { readonly instrument: Instrument }): ReactElement {
  const t = useWords()
  const { sell, buy } = useSlice(['orders'], ({ replica }) => {
    const working = replica ? workingOrders(replica.state, instrument.id) : []
    const sells = working.filter(({ side }) => side === 'sell').length
    return { sell: sells, buy: working.length - sells }
  })
  const held = useSlice(['positions'], ({ replica }) =>
    replica ? averagesOf(replica.state, instrument.id) : undefined,
  )
  const { average } = priceFormat(instrument)
  const side = (word: 'long' | 'short', lots: number, ticks: number): ReactElement | null => {
    if (lots === 0) return null
    const price = average(priceOf(instrument, ticks as Ticks))
    return (
      <span className={word === 'long' ? 'up' : 'down'}>
        {t('ladder.held', { side: t(word), lots, price })}
      </span>
    )
  }
  const flat = held === undefined || held.longLots + held.shortLots === 0
  return (
    <div className="ladder-head">
      <span>{t('ladder.working', { sell, buy })}</span>
      {flat ? (
        <span className="muted">{t('ladder.flat')}</span>
      ) : (
        <span className="ladder-held">
          {side('long', held.longLots, held.longExact)}
          {side('short', held.shortLots, held.shortExact)}
        </span>
      )}
    </div>
  )
}

interface LadderFootProps {
  readonly instrument: Instrument
  readonly ladder: LadderModel
  readonly note: string
}

/** What the looks mean, or why nothing was sent; since when volume was counted. */
export function LadderFoot({ instrument, ladder, note }: LadderFootProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { tabled } = useStore(ladder.settings)
  const since = useSlice(['age'], () => marketMemoriesOf(desk).of(instrument.id)?.volume.since)
  return (
    <div className="ladder-foot">
      {note === '' ? (
        <span title={t('ladder.legend-help')}>{t('ladder.legend')}</span>
      ) : (
        <span className="warn" role="status" title={note}>
          ! {note}
        </span>
      )}
      <span>
        {since === undefined || note !== '' ? '' : t('ladder.since', { time: clockTime(since) })}
        <button
          type="button"
          className="ladder-tabled"
          aria-pressed={tabled}
          aria-label={t('ladder.table')}
          title={t('ladder.table')}
          onClick={() => ladder.settings.setState({ tabled: !tabled })}
        >
          ▤
        </button>
      </span>
    </div>
  )
}

/** At the right of the head: arming, which is off whenever a page begins. */
export function LadderTools({ panel }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { settings } = ladderOf(desk, panel)
  const { armed } = useStore(settings)
  const { mode, halted } = useSlice(['link', 'trading', 'sources'], ({ session, replica }) => ({
    mode: session.opening?.origin.mode,
    halted: replica === undefined || replica.state.trading.state === 'halted',
  }))
  if (isHandless(mode)) return <ReadOnlyTag />
  const byClick = armsByClick(mode)
  const off = !byClick || halted
  return (
    <button
      type="button"
      className="ladder-arm"
      aria-pressed={armed && !off}
      disabled={off}
      title={t(byClick ? 'ladder.arm-help' : 'ladder.arm-off')}
      onClick={() => {
        settings.setState({ armed: !armed })
        desk.frames.mark('pointer')
      }}
    >
      {armed && !off ? `● ${t('ladder.armed')}` : `○ ${t('ladder.arm')}`}
    </button>
  )
}
