import { useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { mayRestart } from '../../../core/desk/may-restart.ts'
import type { Waiting } from '../../../core/desk/process-load.ts'
import { processLoad } from '../../../core/desk/process-load.ts'
import type { Source } from '../../../core/replica/index.ts'
import { HoldButton } from '../../components/hold-button.tsx'
import { PanelState } from '../../components/index.ts'
import type { SimpleColumn } from '../../components/simple-table.tsx'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { age, decimal, duration } from '../../format/index.ts'
import { useHolding, useKey } from '../../keys/index.ts'
import type { Translate } from '../../words/index.ts'
import { sayingsWords } from '../../words/index.ts'
import { BeatAge } from './beat-age.tsx'
import { ProcessTimeline } from './process-timeline.tsx'
import { useLineCondition } from './line-condition.ts'
import './system.css'

/** Seconds after which somebody who beats four times a second is late. */
const BEAT_LIMIT = 1

/** Every process: its life, beat, queue, loop, cost, and the hold that starts it anew. */
export function ProcessesPanel(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const sources = useSlice(['sources', 'beats', 'link', 'age'], ({ replica }) =>
    replica === undefined ? [] : asTree([...replica.sources.values()]),
  )
  const now = desk.session.monotonic()
  const main = sources.find(({ standing }) => standing.worker === 'main')
  const restarts = main?.beat?.figures ?? {}
  const mode = desk.session.opening?.origin.mode
  const own = useRef<HTMLDivElement | null>(null)
  const [focused, setFocused] = useState('')
  const [shown, setShown] = useState<string>()
  const restart = (name: string): void =>
    void desk.commands.send('worker.restart', { name, person: '' })
  useKey('processes.restart', () => {
    if (focused === '') moveFocus(own.current, 1)
    else {
      const found = sources.find(({ standing }) => standing.name === focused)
      if (found !== undefined && mayRestart(found.standing, mode)) restart(focused)
    }
  })
  const columns: readonly SimpleColumn[] = [
    { title: t('system.process'), width: 18 },
    { title: t('system.pid'), width: 8, figure: true },
    { title: t('system.state'), width: 16 },
    {
      title: t('system.restarts'),
      help: t('system.restarts-help'),
      width: 9,
      figure: true,
    },
    {
      title: t('system.beat-limit', { limit: BEAT_LIMIT }),
      help: t('system.beat-help'),
      width: 9,
      figure: true,
    },
    { title: t('system.queue'), help: t('system.queue-help'), width: 10, figure: true },
    { title: t('system.loop'), help: t('system.loop-help'), width: 10, figure: true },
    { title: t('system.cpu'), width: 8, figure: true },
    { title: t('system.memory'), width: 11, figure: true },
    { title: t('system.note') },
    { title: t('system.restart'), width: 10 },
  ]
  const rows = sources.map((source, place) => {
    const { standing, beat, heardAt } = source
    const figures = beat?.figures ?? {}
    const { waiting, loopP99 } = processLoad(figures)
    return {
      key: standing.name,
      cells: [
        <button
          key="name"
          type="button"
          className={`system-process ${standing.worker === 'main' ? 'strong' : 'system-child'}`}
          data-process={standing.name}
          data-panel-focus={place === 0 ? '' : undefined}
          title={t('timeline.open', { name: standing.name })}
          aria-description={t('timeline.open', { name: standing.name })}
          onClick={() => setShown(standing.name)}
        >
          {standing.name}
        </button>,
        beat?.pid ?? '–',
        <Condition key="state" source={source} />,
        restarts[`restarts.${standing.name}`] ?? '',
        <BeatAge key="beat" old={now - heardAt} limit={BEAT_LIMIT} />,
        waitingText(waiting, t),
        duration(loopP99),
        decimal(figures['process.cpu_percent'] ?? NaN, 1),
        decimal((figures['process.rss_bytes'] ?? NaN) / 1e6),
        sayingsWords(beat?.notes ?? [], t),
        mayRestart(standing, mode) && (
          <Restart
            key="restart"
            name={standing.name}
            isFocused={standing.name === focused}
            onHeld={() => restart(standing.name)}
          />
        ),
      ],
    }
  })
  return (
    <PanelState condition={useLineCondition()}>
      <div
        className="system-processes"
        ref={own}
        onFocus={({ target }) => setFocused(target.dataset['process'] ?? '')}
        onBlur={() => setFocused('')}
        onKeyDown={(event) => {
          const way = { ArrowUp: -1, ArrowDown: 1 }[event.key]
          if (way !== undefined && moveFocus(own.current, way)) event.preventDefault()
        }}
      >
        <SimpleTable label={t('panel.processes')} columns={columns} rows={rows} />
      </div>
      {shown !== undefined && <ProcessTimeline name={shown} onClose={() => setShown(undefined)} />}
    </PanelState>
  )
}

/** Main first, and below it those that it looks after. */
function asTree(sources: readonly Source[]): readonly Source[] {
  const isMain = ({ standing }: Source): boolean => standing.worker === 'main'
  return [...sources.filter(isMain), ...sources.filter((source) => !isMain(source))]
}

/** Of one process. The key does the same to the one whose row has the focus, held as long. */
function Restart({
  name,
  isFocused,
  onHeld,
}: {
  readonly name: string
  readonly isFocused: boolean
  readonly onHeld: () => void
}): ReactElement {
  const t = useWords()
  const holding = useHolding('processes.restart') && isFocused
  return (
    <HoldButton
      className={holding ? 'system-restart hold-button-held' : 'system-restart'}
      name={t('system.restart-name', { name })}
      label={t('system.restart-label', { name })}
      process={name}
      onHeld={onHeld}
    >
      {t('system.restart')}
    </HoldButton>
  )
}

/** Blank where a process has no queue. */
function waitingText(waiting: Waiting | undefined, t: Translate): string {
  if (waiting === undefined) return ''
  if (waiting.unit === 'age') return duration(waiting.micros)
  return t('system.queue-rows', { rows: decimal(waiting.rows) })
}

/** From row to row. @returns whether there was one. */
function moveFocus(place: HTMLElement | null, way: number): boolean {
  const names = [...(place?.querySelectorAll<HTMLElement>('.system-process') ?? [])]
  const row = document.activeElement?.closest('tr') ?? null
  const at = names.findIndex((each) => row !== null && row.contains(each))
  const next = names[at < 0 ? 0 : at + way]
  next?.focus()
  return next !== undefined
}

const STATES = {
  fine: ['●', 'system.running', 'ok'],
  waits: ['◍', 'system.waiting', 'warn'],
  lost: ['◍', 'system.lost', 'warn'],
  silent: ['○', 'system.silent', 'warn'],
  unheard: ['○', 'system.unheard', 'muted'],
} as const

function Condition({ source }: { readonly source: Source }): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const state = stateOf(source)
  const [glyph, word, className] = STATES[state]
  const since = source.standing.staleSince
  const old = Number.isNaN(since) ? '' : ` ${age(desk.session.monotonic() - since)}`
  return (
    <span className={className}>
      {glyph} {t(word)}
      {old}
    </span>
  )
}

function stateOf({ standing, beat }: Source): keyof typeof STATES {
  if (standing.silent) return 'silent'
  if (standing.line === 'lost') return 'lost'
  if (beat === undefined) return standing.worker === 'main' ? 'fine' : 'unheard'
  return beat.ready ? 'fine' : 'waits'
}
