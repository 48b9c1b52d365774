import { useId, useState } from 'react'
import type { ReactElement } from 'react'
import type { StateFact } from '../../core/contracts/index.ts'
import type { CommandReply } from '../../core/contracts/window.ts'
import { booksDifferences } from '../../core/desk/books-difference.ts'
import { signatureOf, signedBy } from '../../core/desk/signature.ts'
import { Dialog } from '../components/dialog.tsx'
import { HoldButton } from '../components/hold-button.tsx'
import { SimpleTable } from '../components/simple-table.tsx'
import { useDesk, useSlice, useWords } from '../desk/index.ts'
import { clockTime } from '../format/index.ts'
import { useChord } from '../keys/index.ts'
import type { Translate } from '../words/index.ts'
import { codeWords, sayingWords } from '../words/index.ts'
import { booksRows } from './books-rows.ts'
import './books-dialog.css'

const LONGEST_NAME = 64
const SENT: CommandReply = { outcome: 'sent', command: '', code: '', message: '' }

interface BooksDialogProps {
  /** The halt, with what differs. */
  readonly trading: StateFact
  readonly onClose: () => void
}

/** What differs from the venue's books, row by row, for a person to read and to sign. */
export function BooksDialog({ trading, onClose }: BooksDialogProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const field = useId()
  const opening = useSlice(['link'], ({ session }) => session.opening)
  const user = opening?.about.user ?? ''
  const signature = signatureOf(opening?.origin.mode, user)
  const [typed, setTyped] = useState(signature.offered)
  const [first] = useState(trading.at)
  const [sent, setSent] = useState<CommandReply>()
  const person = signedBy(signature, typed)
  const back = useChord('close')
  const rows = booksRows(booksDifferences(trading.reason), t)
  const take = async (): Promise<void> => {
    if (person === undefined) return
    setSent(SENT)
    setSent(await desk.commands.send('account.accept', { person }))
  }
  return (
    <Dialog
      title={t('bar.accept')}
      look="fitting"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="dialog-action" data-autofocus="" onClick={onClose}>
            {t('back')} <kbd>{back}</kbd>
          </button>
          {/* Another one for other books: a hold that began before them does not take them. */}
          <HoldButton
            key={trading.at}
            label={person === undefined ? t('books.name-missing') : t('books.take-label')}
            className="dialog-action"
            disabled={person === undefined}
            onHeld={() => void take()}
          >
            {t('bar.accept')} <kbd>{t('hold')}</kbd>
          </HoldButton>
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="books-words">
          {t('books.no-rows', { reason: sayingWords(trading.reason, t) })}
        </p>
      ) : (
        <div className="books-table">
          <SimpleTable
            label={t('books.table')}
            columns={[
              { title: t('books.subject'), width: 30 },
              { title: t('books.what') },
              { title: t('books.ours'), width: 18, figure: true },
              { title: t('books.theirs'), width: 18, figure: true },
            ]}
            rows={rows}
          />
        </div>
      )}
      <p className="books-words">{t('books.what-comes')}</p>
      <p className="books-name">
        <label htmlFor={field}>{t('books.name')}</label>
        <input
          id={field}
          value={typed}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          spellCheck={false}
          required={signature.needsName}
          aria-invalid={person === undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="muted">
          {signature.needsName ? t('books.name-live', { user }) : t('books.name-help', { user })}
        </span>
      </p>
      <p role="status" className="books-status">
        {sent === undefined ? '' : replyWords(sent, t)}
        {trading.at !== first && t('books.changed', { time: clockTime(trading.at, 3) })}
      </p>
    </Dialog>
  )
}

/** What came of it; what was accepted closes the dialog, since the halt is another one then. */
function replyWords({ outcome, code, message }: CommandReply, t: Translate): string {
  if (outcome === 'sent' || outcome === 'accepted') return t('books.sent')
  if (outcome === 'unknown') return t('order.unknown')
  return code === '' ? message : codeWords(code, message, t)
}
