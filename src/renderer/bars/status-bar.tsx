import type { ReactElement, ReactNode } from 'react'
import { Alerts } from '../alerts/alerts.tsx'
import { isOver, useDesk, usePreference, useSlice, useWindow, useWords } from '../desk/index.ts'
import { age, decimal } from '../format/index.ts'
import { useChord } from '../keys/index.ts'
import { Said } from '../layout/index.ts'
import { SCHEMES, schemeOf } from '../preferences/index.ts'
import { heardFigures } from './heard-figures.ts'
import { useMeasures } from './measures.ts'

/** How the window itself fares, and what it is set to. */
export function StatusBar(): ReactElement {
  const t = useWords()
  const { preferences } = useWindow()
  const measures = useMeasures()
  const { workP95, paintP95 } = measures
  const { language, sounds, scheme } = usePreference((all) => all)
  const commands = useChord('commands')
  const colours = schemeOf({ ...preferences.getState(), scheme, language })
  const next = SCHEMES[(SCHEMES.indexOf(colours) + 1) % SCHEMES.length] ?? 'intl'
  return (
    <footer>
      <div className="status-bar">
        <GatewayFigures />
        <Budgeted className="bar-frame" isOver={isOver('frameWork', workP95)}>
          {t('status.frame', { millis: decimal(workP95, 1), tasks: decimal(measures.longTasks) })}
        </Budgeted>
        <Budgeted className="bar-wide" isOver={isOver('stampToPaint', paintP95)}>
          {t('status.paint', { millis: decimal(paintP95, 0) })}
        </Budgeted>
        <span className="bar-wide">
          {t('status.heap', { size: decimal(measures.heapMegabytes) })}
        </span>
        {measures.degraded.length > 0 && (
          <span className="warn">
            !{' '}
            {t('status.degraded', {
              what: measures.degraded.map((each) => t(`status.without-${each}`)).join(', '),
            })}
          </span>
        )}
        <span className="bar-space">
          <Alerts />
          <Said />
        </span>
        {!sounds && <span>{t('status.sounds-off')}</span>}
        <button type="button" onClick={() => preferences.setState({ scheme: next })}>
          {t(`status.colours.${colours}`)}
        </button>
        <button
          type="button"
          onClick={() => preferences.setState({ language: language === 'en' ? 'zh' : 'en' })}
        >
          {t('status.language')}
        </button>
        {commands !== '' && (
          <span>
            <kbd>{commands}</kbd> {t('status.commands')}
          </span>
        )}
      </div>
    </footer>
  )
}

interface BudgetedProps {
  /** That hides it where room is short and all is well. */
  readonly className: string
  readonly isOver: boolean
  readonly children: ReactNode
}

/** A figure with a budget: over it in amber, marked, and shown in all but the smallest windows. */
function Budgeted({ className, isOver: over, children }: BudgetedProps): ReactElement {
  return (
    <span className={over ? 'bar-frame warn' : className}>
      {over && '! '}
      {children}
    </span>
  )
}

function GatewayFigures(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const source = useSlice(['beats', 'sources', 'age', 'link'], ({ replica }) =>
    replica === undefined ? undefined : replica.sources.get(replica.gateway),
  )
  if (source === undefined) return null
  const { standing, heardAt } = source
  const quotes = decimal(desk.replica?.told.quotes ?? NaN)
  const gaps = decimal(desk.gaps)
  const rate = heardFigures(desk, source)['quotes.per_second'] ?? NaN
  return (
    <>
      <span>{t('status.gateway', { epoch: standing.epoch, quotes, gaps })}</span>
      <span className="bar-wide">
        {t('status.beat', { age: age(desk.session.monotonic() - heardAt) })}
      </span>
      <span>{t('status.ticks', { rate: decimal(rate, 1) })}</span>
    </>
  )
}
