import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import type { Instrument } from '../../../core/domain/index.ts'
import { usePainter } from '../../components/index.ts'
import type { Letter } from '../../desk/index.ts'
import { useWindow, useWords } from '../../desk/index.ts'
import type { Sentence } from '../../words/index.ts'
import { momentsOf } from '../../desk/moments.ts'
import { usePanelPlace } from '../../desk/panel-place.ts'
import { useKey } from '../../keys/index.ts'
import { useOrderEntry } from '../ticket/use-order-entry.tsx'
import { Attribution } from './attribution.tsx'
import { ChartNotes } from './chart-notes.tsx'
import { ChartTools } from './chart-tools.tsx'
import { summaryText } from './chart-words.ts'
import type { ChartControl } from './control.ts'
import { DataTable } from './data-table.tsx'
import type { ChartSettings } from './settings.ts'
import { chartSettings } from './settings.ts'
import { useChart } from './use-chart.ts'

interface ChartBodyProps {
  readonly panel: string
  readonly letter: Letter
  readonly instrument: Instrument
}

/** A readout is looked at, not read aloud; the summary is renewed so often. */
const SUMMARY_EVERY = 1_000
const NOTE_FOR = 5_000

/** Tools and picture of one chart. */
export function ChartBody({ panel, letter, instrument }: ChartBodyProps): ReactElement {
  const t = useWords()
  const { desk, keeping } = useWindow()
  const { shown } = usePanelPlace()
  const [settings, setSettings] = useState(() => chartSettings(keeping.read(`chart.${panel}`)))
  const [following, setFollowing] = useState(true)
  const [measuring, setMeasuring] = useState(false)
  const [table, setTable] = useState(false)
  const [note, setNote] = useState<{ readonly words: Sentence }>()
  const host = useRef<HTMLDivElement | null>(null)
  const readout = useRef<HTMLDivElement | null>(null)
  const { request, note: refusal, dialog } = useOrderEntry(instrument.symbol)
  const noted = (words: Sentence): void => setNote({ words })
  const hook = { host, readout, letter, instrument, settings, note: noted, request }
  const control = useChart(hook)
  useEffect(() => {
    const look = setInterval(() => {
      if (control === undefined) return
      host.current?.setAttribute('aria-label', summaryText(control))
      setFollowing(control.following)
      setMeasuring(control.measure.on)
    }, SUMMARY_EVERY)
    return () => clearInterval(look)
  }, [control])

  useEffect(() => {
    if (note === undefined) return undefined
    const timer = setTimeout(() => setNote(undefined), NOTE_FOR)
    return () => clearTimeout(timer)
  }, [note])

  const [upSince] = useState(() => performance.now())
  const seenMoment = useRef(0)
  const toMoment = useCallback((): void => {
    // The next chart is on its way, and goes there.
    if (control === undefined || control.isClosed) return
    const { current: seen } = seenMoment
    const asked = momentsOf(desk).after(letter, instrument.symbol, seen, upSince)
    if (asked === undefined) return
    seenMoment.current = asked.number
    control.toMoment(asked.at)
    setFollowing(false)
  }, [control, desk, letter, instrument, upSince])
  useEffect(toMoment, [toMoment])
  usePainter(
    ['quotes', 'orders', 'fills', 'positions', 'targets', 'trading', 'age', 'theme', 'focus'],
    (changed) => {
      if (!shown) return undefined
      const isDrawn = control?.frame(changed) ?? false
      toMoment()
      // The library draws in a frame of its own.
      return isDrawn ? 'goes on' : undefined
    },
    'in turn',
  )
  const change = (part: Partial<ChartSettings>): void => {
    const next = { ...settings, ...part }
    setSettings(next)
    keeping.keep(`chart.${panel}`, next)
    if (part.period === undefined) control?.set(next)
  }
  const liveEdge = (): void => {
    control?.liveEdge()
    setFollowing(true)
  }
  const measure = (): void => {
    control?.measure.toggle()
    setMeasuring(control?.measure.on ?? false)
  }
  useKey('live-edge', liveEdge)
  useKey('chart.measure', measure)
  useKey('chart.earlier', () => control?.toFill(-1))
  useKey('chart.later', () => control?.toFill(1))
  return (
    <div className="chart">
      <ChartTools
        settings={settings}
        change={change}
        following={following}
        measuring={measuring}
        table={table}
        control={control}
        usualLots={control?.bubbleLots ?? 0}
        onLiveEdge={liveEdge}
        onMeasure={measure}
        onTable={() => setTable(!table)}
      />
      <div className="chart-place">
        <div
          ref={host}
          className="chart-host"
          role="img"
          tabIndex={0}
          aria-label={instrument.symbol}
          onKeyDown={(event) => control !== undefined && pressed(control, event)}
        />
        <div ref={readout} className="chart-readout" hidden aria-hidden="true" />
        <ChartNotes control={control} note={refusal === '' ? (note?.words(t) ?? '') : refusal} />
        {dialog}
        <Attribution />
        {table && control !== undefined && (
          <DataTable control={control} onClose={() => setTable(false)} />
        )}
      </div>
    </div>
  )
}

/** Keys of the picture itself; those of the whole window are elsewhere. */
function pressed(control: ChartControl, event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const step = event.shiftKey ? 0.5 : 0.1
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => control.pan(-step),
    ArrowRight: () => control.pan(step),
    ArrowUp: () => control.zoom(0.8),
    ArrowDown: () => control.zoom(1.25),
    Home: () => control.home(),
    End: () => control.liveEdge(),
    ...(control.measure.on ? { Escape: () => control.measure.end() } : {}),
  }
  const deed = deeds[event.key]
  if (deed === undefined) return
  event.preventDefault()
  event.stopPropagation()
  deed()
}
