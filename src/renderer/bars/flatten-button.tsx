import type { ReactElement } from 'react'
import { HoldButton } from '../components/hold-button.tsx'
import { useDesk, useSlice, useWords } from '../desk/index.ts'
import { useChord } from '../keys/index.ts'

/** Cancels everything, closes everything, then halts: from any window, whatever else is open. */
export function FlattenButton(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const state = useSlice(['trading'], ({ replica }) => replica?.state.trading.state)
  const chord = useChord('flatten-all')
  const locked = state === 'halted'
  return (
    <HoldButton
      label={t('bar.flatten-label')}
      className="flatten-button"
      onHeld={() => void desk.commands.send('account.flatten', { person: '' })}
    >
      ■ <span className="bar-wide">{locked ? t('bar.locked') : t('bar.flatten')}</span>
      <span className="bar-narrow">{locked ? t('bar.locked') : t('bar.flatten-short')}</span>
      {chord !== '' && (
        <kbd>
          {t('hold')} {chord}
        </kbd>
      )}
    </HoldButton>
  )
}
