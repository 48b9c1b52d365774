import { useState } from 'react'
import type { ReactElement } from 'react'
import type { ReplayAction, RunFact } from '../../core/contracts/index.ts'
import { seekTime } from '../../core/desk/seek-time.ts'
import type { Micros } from '../../core/domain/index.ts'
import { runOf } from '../../core/replica/index.ts'
import { useDesk, useSelected, useSlice, useWords } from '../desk/index.ts'
import { clockTime, date } from '../format/index.ts'
import type { Translate } from '../words/index.ts'
import { sayingsWords } from '../words/index.ts'

/** `Infinity` is full speed. */
const SPEEDS = [1, 2, 5, 10, 50, Infinity] as const

/** A recording is played: how it goes, and the keys of a player. */
export function ReplayBar(): ReactElement | null {
  const mode = useSelected(['link'], ({ session }) => session.opening?.origin.mode)
  return mode === 'replay' ? <Player /> : null
}

function Player(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const line = useSelected(['link'], ({ status }) => status.phase)
  const run = useSlice(['runs', 'link'], ({ replica }) =>
    replica === undefined ? undefined : runOf(replica),
  )
  useSlice(['age'], () => undefined)
  if (run === undefined) return null
  const { phase, speed, from } = run
  const note = sayingsWords(run.notes, t)
  const at = desk.sessionNow()
  const send = (action: ReplayAction, value = 0): void =>
    void desk.commands.send('replay.control', { action, value })
  const playing = phase === 'playing' || phase === 'seeking'
  const off = phase === 'ended' || line !== 'following'
  return (
    <div className="replay-bar" role="group" aria-label={t('mode.replay')}>
      <b className="replay-bar-mark">⟲ {t('mode.replay')}</b>
      <button type="button" disabled={off} onClick={() => send(playing ? 'pause' : 'play')}>
        {playing ? t('bar.pause') : t('bar.play')}
      </button>
      {/* Not disabled while it plays: who steps by keys would lose the focus with each step. */}
      <button
        type="button"
        disabled={off}
        aria-disabled={off || playing}
        onClick={() => {
          if (!playing) send('step', 1)
        }}
      >
        {t('bar.step')}
      </button>
      <span className="replay-bar-speeds" role="group" aria-label={t('bar.speed')}>
        {SPEEDS.map((each) => (
          <button
            type="button"
            key={each}
            disabled={off}
            aria-pressed={each === speed}
            onClick={() => send('speed', each)}
          >
            {each === Infinity ? t('bar.full-speed') : `${each}×`}
          </button>
        ))}
      </span>
      <SeekField from={from} off={off} onSeek={(to) => send('seek', to)} />
      <span className="replay-bar-place">
        {date(at)} {clockTime(at, 3)} · {spanText(run, t)} · <b>{t(`bar.phase.${phase}`)}</b>
      </span>
      {note !== '' && (
        <span className="replay-bar-note muted" title={note}>
          {note}
        </span>
      )}
    </div>
  )
}

interface SeekFieldProps {
  readonly from: Micros
  readonly off: boolean
  readonly onSeek: (at: Micros) => void
}

function SeekField({ from, off, onSeek }: SeekFieldProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const [text, setText] = useState('')
  /** What this run has shown already, and somebody wanted to see again. */
  const [past, setPast] = useState('')
  const wrong = text !== '' && seekTime(text, desk.sessionNow(), from) === undefined
  return (
    <form
      className="replay-bar-seek"
      onSubmit={(event) => {
        event.preventDefault()
        const now = desk.sessionNow()
        const at = seekTime(text, now, from)
        if (at === undefined) return
        if (at <= now) return setPast(text)
        setText('')
        onSeek(at)
      }}
    >
      <label>
        {t('bar.seek')}{' '}
        <input
          value={text}
          disabled={off}
          aria-invalid={wrong || past !== ''}
          placeholder="14:30:00"
          title={t('bar.seek-bad')}
          onChange={(event) => {
            setPast('')
            setText(event.target.value)
          }}
        />
      </label>
      {past !== '' && !off && (
        <span className="replay-bar-past" role="alert">
          ! {t('bar.seek-back', { time: past })}
        </span>
      )}
    </form>
  )
}

/** Nobody knows where a recording ends before it was read. */
function spanText({ from, until }: RunFact, t: Translate): string {
  return Number.isNaN(until)
    ? t('bar.replay-from', { from: clockTime(from) })
    : `${clockTime(from)}–${clockTime(until)}`
}
