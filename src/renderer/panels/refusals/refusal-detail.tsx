import type { ReactElement } from 'react'
import type { Refusal } from '../../../core/desk/refusal-list.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useCopy } from '../../components/use-copy.ts'
import { useWords } from '../../desk/index.ts'
import { clockTime } from '../../format/index.ts'
import { addedText, happenedText } from './refusal-columns.ts'

interface RefusalDetailProps {
  readonly refusal: Refusal
  readonly onClose: () => void
}

/** A refusal in full: what happened, what to do, and what was said; a copy has it as it came. */
export function RefusalDetail({ refusal, onClose }: RefusalDetailProps): ReactElement {
  const t = useWords()
  const { at, what, code, message, id, sender } = refusal
  const copy = useCopy()
  const all = [clockTime(at, 6), what, id, code, message].join(' ')
  return (
    <Dialog
      title={`${t('panel.refusals')} · ${t(`command.${what}`)}`}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="list-button" data-autofocus="" onClick={onClose}>
            {t('back')}
          </button>
          <button type="button" className="list-button" onClick={() => copy(all)}>
            {t('copy')}
          </button>
        </>
      }
    >
      <p>
        <strong>{happenedText(refusal, t)}</strong>
      </p>
      <p className="muted">
        {clockTime(at, 6)} · {sender === 'hand' ? t('hand') : sender}
      </p>
      <p>
        <code>{code}</code> {addedText(refusal, t)}
      </p>
      <p className="code muted">{id}</p>
    </Dialog>
  )
}
