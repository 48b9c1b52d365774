import { useState } from 'react'
import type { ReactElement } from 'react'
import type { ReplayAction, RunFact } from '../../core/contracts/index.ts'
import { seekTime } from '../../core/desk/seek-time.ts'
import { runOf } from '../../core/replica/index.ts'
import { useDesk, useSlice, useWords } from '../desk/index.ts'
import { clockTime, date } from '../format/index.ts'

/** `Infinity` is full speed. */
const SPEEDS = [1, 2, 5, 10, 50, Infinity] as const

/** A recording is played: how it goes, and the keys of a player. */
export function ReplayBar(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const mode = useSlice(['link'], ({ session }) => session.opening?.origin.mode)
  const run = useSlice(['runs', 'link'], ({ replica }) =>
    replica === undefined ? undefined : runOf(replica),
  )
  useSlice(['age'], () => undefined)
  if (mode !== 'replay' || run === undefined) return null
  const { phase, speed, from, until, note } = run
  const at = desk.sessionNow()
  const send = (action: ReplayAction, value = 0): void =>
    void desk.commands.send('replay.control', { action, value })
  const playing = phase === 'playing' || phase === 'seeking'
  return (
    <div className="replay-bar" role="group" aria-label={t('mode.replay')}>
      <b className="replay-bar-mark">⟲ {t('mode.replay')}</b>
      <button
        type="button"
        disabled={phase === 'ended'}
        onClick={() => send(playing ? 'pause' : 'play')}
      >
        {playing ? t('bar.pause') : t('bar.play')}
      </button>
      <button type="button" disabled={playing || phase === 'ended'} onClick={() => send('step', 1)}>
        {t('bar.step')}
      </button>
      <span className="replay-bar-speeds" role="group" aria-label={t('bar.speed')}>
        {SPEEDS.map((each) => (
          <button
            type="button"
            key={each}
            aria-pressed={each === speed}
            onClick={() => send('speed', each)}
          >
            {each === Infinity ? t('bar.full-speed') : `${each}×`}
          </button>
        ))}
      </span>
      <SeekField onSeek={(to) => send('seek', to)} />
      <progress value={shareOf(run, at)} max={1} aria-label={t('bar.replay-at', spanOf(run, at))} />
      <span className="replay-bar-place">
        {date(at)} {clockTime(at, 3)} · {clockTime(from)}–{clockTime(until)} ·{' '}
        {t(`bar.phase.${phase}`)}
      </span>
      {note !== '' && <span className="muted">{note}</span>}
    </div>
  )
}

function SeekField({ onSeek }: { readonly onSeek: (at: number) => void }): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const [text, setText] = useState('')
  const wrong = text !== '' && seekTime(text, desk.sessionNow()) === undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const at = seekTime(text, desk.sessionNow())
        if (at !== undefined) onSeek(at)
      }}
    >
      <label>
        {t('bar.seek')}{' '}
        <input
          size={8}
          value={text}
          aria-invalid={wrong}
          placeholder="14:30:00"
          title={t('bar.seek-bad')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </form>
  )
}

function shareOf({ from, until }: RunFact, at: number): number {
  const share = (at - from) / (until - from)
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
}

function spanOf({ from, until }: RunFact, at: number): Readonly<Record<string, string>> {
  return { at: clockTime(at), from: clockTime(from), until: clockTime(until) }
}
