import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import type { TapeRow } from '../../../core/desk/tape-rows.ts'
import type { Instrument } from '../../../core/domain/index.ts'
import type { Draw } from '../../components/index.ts'
import { Canvas } from '../../components/index.ts'
import { useLeaving } from '../../components/use-leaving.tsx'
import type { Desk } from '../../desk/index.ts'
import {
  useDesk,
  useLinkedInstrument,
  usePreference,
  useSlice,
  useWords,
} from '../../desk/index.ts'
import { usePanelPlace } from '../../desk/panel-place.ts'
import { age, clockTime, decimal, percent, priceFormat } from '../../format/index.ts'
import { useChord, useKey } from '../../keys/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { MarketState } from '../ticket/market-state.tsx'
import { marketMemoriesOf } from './market-memories.ts'
import { TAPE_HEAD, paintTape } from './paint-tape.ts'
import type { TapeModel } from './tape-model.ts'
import { tapeOf } from './tape-model.ts'
import { tapeTexts } from './tape-texts.ts'
import './tape.css'

const SLICES = ['quotes', 'directory', 'pointer'] as const
/** What paints a tape whether or not something was traded. */
const OTHERS = ['directory', 'pointer', 'size', 'theme'] as const
const WHEEL_ROWS = 3

/** What was traded from quote to quote, newest on top. */
export function TapePanel({ panel, letter }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { symbol, instrument } = useLinkedInstrument(letter)
  return (
    <MarketState
      symbol={symbol}
      instrument={instrument}
      words={t('tape.empty', { symbol: symbol ?? '–' })}
      isEmpty={hasNoRows}
    >
      {instrument !== undefined && <Tape instrument={instrument} model={tapeOf(desk, panel)} />}
    </MarketState>
  )
}

function hasNoRows(desk: Desk, { id }: Instrument): boolean {
  return (marketMemoriesOf(desk).of(id)?.tape.rows.length ?? 0) === 0
}

interface TapeProps {
  readonly instrument: Instrument
  readonly model: TapeModel
}

function Tape({ instrument, model }: TapeProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const row = usePreference(({ density }) => (density === 'regular' ? 22 : 18))
  useKey('tape.freeze', () => model.freeze())
  useKey('tape.size', () => model.nextSize())
  const texts = useCallback(
    () => tapeTexts(model.all, priceFormat(instrument), t),
    [model, instrument, t],
  )
  const label = `${t('panel.tape')} ${instrument.symbol}`
  const { handlers, menu } = useLeaving(`tape-${instrument.symbol}`, label, texts)
  const isLeftOut = useIsLeftOut()
  const painted = useRef<readonly unknown[]>([])
  const draw: Draw = (context, size, palette, changed) => {
    const memory = marketMemoriesOf(desk).of(instrument.id)
    if (memory === undefined) return
    const { tape } = memory
    const seen = [context, tape, tape.count, tape.generation, row, t]
    const isSeen = seen.every((each, index) => each === painted.current[index])
    if (isSeen && changed.has('quotes') && !OTHERS.some((slice) => changed.has(slice))) return
    painted.current = seen
    model.arrange(tape, Math.ceil(Math.max(0, size.height - TAPE_HEAD) / row))
    paintTape(context, size, palette, {
      rows: model.rows,
      row,
      format: priceFormat(instrument),
      titles: {
        time: t('time'),
        price: t('price'),
        lots: t('tape.lots'),
        bought: t('tape.bought'),
        interest: t('tape.interest'),
      },
    })
  }
  return (
    <div className="tape">
      <div
        className="tape-canvas"
        role="application"
        aria-label={label}
        tabIndex={0}
        {...handlers}
        onWheel={({ deltaY }) => {
          if (!isLeftOut) model.scroll(Math.sign(deltaY) * WHEEL_ROWS)
        }}
      >
        {isLeftOut ? (
          <p className="panel-notice warn" role="status">
            ! {t('tape.left-out')}
          </p>
        ) : (
          <Canvas slices={SLICES} draw={draw} />
        )}
        {menu}
      </div>
      {!isLeftOut && <TapeSummary instrument={instrument} model={model} />}
      <div className="tape-foot">{t('tape.inferred')}</div>
    </div>
  )
}

/** While the window is late at its worst. Behind another tab nothing is missed, nor said. */
function useIsLeftOut(): boolean {
  const { measures, shedding } = useDesk()
  const { shown } = usePanelPlace()
  const isLeftOut = useSyncExternalStore(shedding.subscribe, () => shedding.leavesOut('tape'))
  useEffect(() => {
    const by = {}
    measures.degrade(by, isLeftOut && shown ? ['tape'] : [])
    return () => measures.degrade(by, [])
  }, [measures, isLeftOut, shown])
  return isLeftOut
}

/** The newest rows for readers: once a second, and not announced. */
function TapeSummary({ instrument, model }: TapeProps): ReactElement {
  const t = useWords()
  const [rows, setRows] = useState<readonly TapeRow[]>([])
  useEffect(() => {
    const timer = setInterval(() => setRows(model.rows.slice(0, 20)), 1_000)
    return () => clearInterval(timer)
  }, [model])
  const format = priceFormat(instrument)
  return (
    <ul className="only-spoken">
      {rows.map(({ at, feedSeq, price, lots, bought, hole }) => (
        <li key={`${at} ${feedSeq}`}>
          {t(hole === undefined ? 'tape.summary' : 'tape.summary-hole', {
            time: clockTime(at),
            lots: decimal(lots),
            price: format.price(price),
            bought: percent(bought, 0),
            span: age(at - (hole?.at ?? at)),
          })}
        </li>
      ))}
    </ul>
  )
}

/** At the right of the head: what is left out, and whether it stands still. */
export function TapeTools({ panel }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const model = tapeOf(desk, panel)
  const { leastLots, frozen } = useStore(model.settings)
  const missed = useSlice(frozen ? ['quotes'] : [], () => model.missed)
  const stands = t('tape.frozen', { count: decimal(missed) })
  const freeze = useChord('tape.freeze')
  const size = useChord('tape.size')
  return (
    <span className="tape-tools">
      <button
        type="button"
        className="tape-tool"
        aria-pressed={leastLots > 1}
        title={`${t('tape.size-help')} · ${size}`}
        onClick={() => model.nextSize()}
      >
        {t('tape.size', { lots: leastLots })}
      </button>
      <button
        type="button"
        className="tape-tool"
        aria-pressed={frozen}
        title={`${frozen ? stands : t('tape.freeze')} · ${freeze}`}
        aria-label={frozen ? stands : undefined}
        onClick={() => model.freeze()}
      >
        {frozen ? `❚❚ +${decimal(missed)}` : `● ${t('tape.live')}`}
      </button>
    </span>
  )
}
