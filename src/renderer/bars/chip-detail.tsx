import type { ReactElement } from 'react'
import type { Chip } from '../../core/desk/chips.ts'
import { Dialog } from '../components/dialog.tsx'
import { useSlice, useWords } from '../desk/index.ts'
import { age } from '../format/index.ts'
import { useChord } from '../keys/index.ts'
import { useShell } from '../layout/index.ts'
import { chipRows } from './chip-rows.ts'
import { CHIP_KEYS } from './chip-keys.ts'
import { CHIP_GLYPHS, chipSinceOf, chipWords } from './shown-chips.ts'
import './chip-detail.css'

/** Another chip's key shows that one instead: nobody has to close this one first. */
const OTHERS = Object.values(CHIP_KEYS)

interface ChipDetailProps {
  readonly chip: Chip
  readonly onClose: () => void
}

/** What a chip means, since when, what is known of it, and what to do. */
export function ChipDetail({ chip, onClose }: ChipDetailProps): ReactElement {
  const t = useWords()
  const shell = useShell()
  const back = useChord('close')
  const { name, state } = chip
  const since = useSlice(['age'], (desk) =>
    age(chipSinceOf(desk).age(name, performance.now() * 1000)),
  )
  const rows = useSlice(['age', 'beats', 'sources', 'trading', 'link'], (desk) =>
    chipRows(desk, name, t),
  )
  const said = chipWords(chip, t)
  const word = t(`bar.${state}`)
  return (
    <Dialog
      title={t(`chip.${name}`)}
      onClose={onClose}
      lets={OTHERS}
      footer={
        <>
          <button type="button" className="dialog-action" data-autofocus="" onClick={onClose}>
            {t('back')} <kbd>{back}</kbd>
          </button>
          {shell.tornOff === undefined && (
            <button
              type="button"
              className="dialog-action"
              onClick={() => {
                onClose()
                shell.go('system')
              }}
            >
              {t('chip.system')}
            </button>
          )}
        </>
      }
    >
      <p className={`chip-detail-state bar-chip-${state}`}>
        <i aria-hidden="true">{CHIP_GLYPHS[state]}</i>{' '}
        <b>{said === word ? word : `${word} · ${said}`}</b> {t('chip.since', { age: since })}
      </p>
      <p className="chip-detail-words">{t(`chip.${name}-means`)}</p>
      <dl className="chip-detail-facts">
        {rows.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="chip-detail-words">
        {t(state === 'good' || state === 'idle' ? 'chip.nothing-to-do' : `chip.${name}-do`)}
      </p>
    </Dialog>
  )
}
