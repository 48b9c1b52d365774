import { useRef } from 'react'
import type { ReactElement } from 'react'
import type { Chip } from '../../core/desk/chips.ts'
import { chipsOf } from '../../core/desk/chips.ts'
import type { Desk } from '../desk/index.ts'
import { useSelected, useWords } from '../desk/index.ts'
import { age, decimal, duration } from '../format/index.ts'
import { useKey } from '../keys/index.ts'
import { useShell } from '../layout/index.ts'
import type { Translate } from '../words/index.ts'

const GLYPHS = { good: '●', slow: '◍', off: '○', idle: '◌' } as const

/** What trading depends on: always a glyph and a word or a figure. */
export function Chips(): ReactElement {
  const t = useWords()
  const chips = useSelected(['beats', 'sources', 'trading', 'age', 'link'], shown)
  return (
    <div className="bar-chips" role="group" aria-label={t('bar.chips')}>
      {chips.map((chip, index) => (
        <ChipButton key={chip.name} chip={chip} place={index} />
      ))}
    </div>
  )
}

const KEYS = ['chip.1', 'chip.2', 'chip.3'] as const

/** Its detail is the system workspace: processes, stores, what waits. */
function ChipButton({
  chip,
  place,
}: {
  readonly chip: Chip
  readonly place: number
}): ReactElement {
  const t = useWords()
  const shell = useShell()
  const button = useRef<HTMLButtonElement>(null)
  useKey(KEYS[place] ?? 'chip.6', () => {
    button.current?.focus()
    shell.go('system')
  })
  const name = t(`bar.${chip.name}`)
  const said = words(chip, t)
  // Where room is short a part of it is not shown: it is called the same, and says it when asked.
  const whole = `${name} ${said}`
  return (
    <button
      ref={button}
      type="button"
      className={`bar-chip bar-chip-${chip.state}`}
      aria-label={whole}
      title={whole}
      onClick={() => shell.go('system')}
    >
      <i aria-hidden="true">{GLYPHS[chip.state]}</i> <b>{name}</b> <span>{said}</span>
    </button>
  )
}

function shown(desk: Desk): readonly Chip[] {
  const { replica, session } = desk
  if (replica === undefined) return []
  const now = desk.sessionNow()
  let newest = NaN
  for (const quote of replica.state.quotes) {
    if (quote === undefined) continue
    const old = desk.freshness.age(quote.instrument, now)
    if (!(old >= newest)) newest = old
  }
  const chips = chipsOf(replica, session.monotonic(), newest)
  const { phase, old, behindMillis } = desk.status
  if (phase !== 'following') return chips.map(lost)
  return old ? chips.map((chip) => asOf(chip, behindMillis * 1000)) : chips
}

/** Nothing was heard for a while: how things stand is as of then. */
function asOf(chip: Chip, micros: number): Chip {
  return chip.state === 'good' ? { ...chip, state: 'slow', unit: 'age', value: micros } : chip
}

/** Without a line nothing is known of anything. */
function lost(chip: Chip): Chip {
  return chip.state === 'idle' ? chip : { ...chip, state: 'off', unit: '', value: NaN }
}

function words({ state, unit, value }: Chip, t: Translate): string {
  if (unit === 'delay' && Number.isFinite(value)) return duration(value)
  if (unit === 'age' && Number.isFinite(value)) return `◷ ${age(value)}`
  if (unit === 'rows') return t('bar.rows', { rows: decimal(value) })
  return t(`bar.${state}`)
}
