import type { ReactElement } from 'react'
import { useWords } from '../../desk/index.ts'
import { useChord } from '../../keys/index.ts'
import { ChartQuality } from './chart-quality.tsx'
import type { ChartControl } from './control.ts'
import type { ChartSettings, Period } from './settings.ts'
import { BUBBLE_LOTS, LAYERS, PERIOD_NAMES, PERIOD_WORDS, WINDOWS } from './settings.ts'

interface ChartToolsProps {
  readonly settings: ChartSettings
  readonly change: (settings: Partial<ChartSettings>) => void
  readonly following: boolean
  readonly measuring: boolean
  readonly table: boolean
  /** Lots that circles begin at by themselves. */
  readonly usualLots: number
  readonly onLiveEdge: () => void
  readonly onMeasure: () => void
  readonly onTable: () => void
  readonly control: ChartControl | undefined
}

/** Period, layers, window, live edge: what a chart can be set to. */
export function ChartTools(props: ChartToolsProps): ReactElement {
  const { settings, change, following, measuring, table, onLiveEdge, onMeasure, onTable } = props
  const t = useWords()
  const edge = useChord('live-edge')
  const measure = useChord('chart.measure')
  return (
    <div className="chart-tools" role="toolbar" aria-label={t('chart.tools')}>
      <Periods period={settings.period} choose={(period) => change({ period })} />
      <span className="chart-tools-line" />
      {LAYERS.map((layer) => (
        <button
          type="button"
          key={layer}
          className="chart-layer"
          aria-pressed={settings[layer]}
          disabled={settings.period !== 'tick' && (layer === 'heat' || layer === 'bubbles')}
          onClick={() => change({ [layer]: !settings[layer] })}
        >
          {t(`chart.${layer}`)}
        </button>
      ))}
      <BubbleLots {...props} />
      <ChartQuality control={props.control} />
      <button type="button" aria-pressed={measuring} title={measure} onClick={onMeasure}>
        ↔<span className="chart-tools-wide"> {t('chart.measure')}</span>
      </button>
      <button type="button" aria-pressed={table} aria-label={t('chart.table')} onClick={onTable}>
        ▤
      </button>
      {settings.period === 'tick' && (
        <select
          aria-label={t('chart.window')}
          value={settings.minutes}
          onChange={({ target }) =>
            change({ minutes: Number(target.value) as ChartSettings['minutes'] })
          }
        >
          {WINDOWS.map((minutes) => (
            <option key={minutes} value={minutes}>
              {t('chart.minutes', { count: minutes })}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className="chart-edge"
        aria-label={t('chart.live-edge')}
        aria-pressed={following}
        title={`${t('chart.live-edge')} · ${edge}`}
        onClick={onLiveEdge}
      >
        {following ? '●' : '○'}
        <span className="chart-edge-words"> {t('chart.live-edge')}</span>
      </button>
    </div>
  )
}

function Periods({
  period,
  choose,
}: {
  readonly period: Period
  readonly choose: (period: Period) => void
}): ReactElement {
  const t = useWords()
  return (
    <>
      <span className="chart-periods">
        {PERIOD_NAMES.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={name === period}
            onClick={() => choose(name)}
          >
            {t(PERIOD_WORDS[name])}
          </button>
        ))}
      </span>
      <select
        className="chart-periods-narrow"
        aria-label={t('chart.period')}
        value={period}
        onChange={({ target }) => choose(target.value as Period)}
      >
        {PERIOD_NAMES.map((name) => (
          <option key={name} value={name}>
            {t(PERIOD_WORDS[name])}
          </option>
        ))}
      </select>
    </>
  )
}

function BubbleLots({ settings, change, usualLots }: ChartToolsProps): ReactElement | null {
  const t = useWords()
  if (!settings.bubbles || settings.period !== 'tick') return null
  return (
    <select
      className="chart-tools-wide"
      aria-label={t('chart.from-lots')}
      value={settings.bubbleLots}
      onChange={({ target }) =>
        change({ bubbleLots: Number(target.value) as ChartSettings['bubbleLots'] })
      }
    >
      {BUBBLE_LOTS.map((count) => (
        <option key={count} value={count}>
          ≥ {count === 0 ? t('chart.lots-auto', { count: usualLots }) : t('chart.lots', { count })}
        </option>
      ))}
    </select>
  )
}
