import type { ReactElement } from 'react'
import { Alerts } from '../alerts/alerts.tsx'
import { useDesk, usePreference, useSlice, useWindow, useWords } from '../desk/index.ts'
import { age, decimal } from '../format/index.ts'
import { useChord } from '../keys/index.ts'
import { Said } from '../layout/index.ts'
import { SCHEMES, schemeOf } from '../preferences/index.ts'
import { useMeasures } from './measures.ts'

/** How the window itself fares, and what it is set to. */
export function StatusBar(): ReactElement {
  const t = useWords()
  const { preferences } = useWindow()
  const measures = useMeasures()
  const { language, sounds, scheme } = usePreference((all) => all)
  const commands = useChord('commands')
  const colours = schemeOf({ ...preferences.getState(), scheme, language })
  const next = SCHEMES[(SCHEMES.indexOf(colours) + 1) % SCHEMES.length] ?? 'intl'
  return (
    <footer>
      <div className="status-bar">
        <GatewayFigures />
        <span className="bar-frame">
          {t('status.frame', {
            millis: decimal(measures.workP95, 1),
            tasks: decimal(measures.longTasks),
          })}
        </span>
        <span className="bar-wide">
          {t('status.paint', { millis: decimal(measures.paintP95, 0) })}
        </span>
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

function GatewayFigures(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const source = useSlice(['beats', 'sources', 'age'], ({ replica }) =>
    replica === undefined ? undefined : replica.sources.get(replica.gateway),
  )
  if (source === undefined) return null
  const { standing, beat, heardAt } = source
  const quotes = decimal(desk.replica?.told.quotes ?? NaN)
  const gaps = decimal(desk.gaps)
  return (
    <>
      <span>{t('status.gateway', { epoch: standing.epoch, quotes, gaps })}</span>
      <span className="bar-wide">
        {t('status.beat', { age: age(desk.session.monotonic() - heardAt) })}
      </span>
      <span>
        {t('status.ticks', { rate: decimal(beat?.figures['quotes.per_second'] ?? NaN, 1) })}
      </span>
    </>
  )
}
