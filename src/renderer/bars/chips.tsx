import { useEffect, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import type { Chip, ChipName } from '../../core/desk/chips.ts'
import { CHIPS } from '../../core/desk/chips.ts'
import { useDesk, useSelected, useWords } from '../desk/index.ts'
import { useChord, useKey } from '../keys/index.ts'
import { ChipDetail } from './chip-detail.tsx'
import { CHIP_KEYS } from './chip-keys.ts'
import { CHIP_GLYPHS, chipSinceOf, chipWords, shownChips } from './shown-chips.ts'

/** Names of those that are not good, for which there is room beside the numbers of the others. */
const MOST = 2

/** What trading depends on: always a glyph and a word or a figure. */
export function Chips(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const chips = useSelected(['beats', 'sources', 'settings', 'trading', 'age', 'link'], shownChips)
  useEffect(() => chipSinceOf(desk).take(chips, performance.now() * 1000), [desk, chips])
  const [opened, setOpened] = useState<ChipName>()
  const detail = chips.find(({ name }) => name === opened)
  const isMany = chips.filter(({ state }) => state === 'slow' || state === 'off').length > MOST
  return (
    <div
      className={isMany ? 'bar-chips bar-chips-many' : 'bar-chips'}
      role="group"
      aria-label={t('bar.chips')}
    >
      {chips.map((chip) => (
        <ChipButton
          key={chip.name}
          chip={chip}
          onPress={() => setOpened(chip.name === opened ? undefined : chip.name)}
        />
      ))}
      {detail !== undefined && (
        <ChipDetail key={detail.name} chip={detail} onClose={() => setOpened(undefined)} />
      )}
    </div>
  )
}

interface ChipButtonProps {
  readonly chip: Chip
  /** Opens its detail, or closes it where it is open. */
  readonly onPress: () => void
}

/** Opens what is known of it, and what to do, in the place of what another one opened. */
function ChipButton({ chip, onPress }: ChipButtonProps): ReactElement {
  const t = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const { name, state } = chip
  const key = CHIP_KEYS[name]
  const chord = useChord(key)
  const press = (): void => {
    // The focus comes back to where it was when the detail opened.
    button.current?.focus()
    onPress()
  }
  useKey(key, press)
  const said = chipWords(chip, t)
  // It is called what is shown of it; where room is short the rest is said when asked.
  const whole = `${t(`chip.${name}`)} ${said}`
  return (
    <button
      ref={button}
      type="button"
      className={`bar-chip bar-chip-${state}`}
      data-chip={name}
      aria-haspopup="dialog"
      title={chord === '' ? whole : `${whole} · ${chord}`}
      onClick={press}
    >
      <i aria-hidden="true">{CHIP_GLYPHS[state]}</i>
      <span className="bar-chip-place" aria-hidden="true">
        {CHIPS.indexOf(name) + 1}
      </span>
      <b className="bar-chip-long">{t(`chip.${name}`)}</b>
      <b className="bar-chip-short">{t(`chip.${name}-short`)}</b>{' '}
      <span className="bar-chip-said">{said}</span>
    </button>
  )
}
