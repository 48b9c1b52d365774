import { useState } from 'react'
import type { ReactElement } from 'react'
import type { CommandReply } from '../../../core/contracts/window.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useDesk, useWords } from '../../desk/index.ts'
import { replyText } from '../listing/reply-text.ts'

const SENT: CommandReply = { outcome: 'sent', command: '', code: '', message: '' }

/** Begins paper money anew, after a question. */
export function ResetButton(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const [asks, setAsks] = useState(false)
  /** As it was sent: an answer is put into words where it is shown. */
  const [sent, setSent] = useState<CommandReply>()
  const reset = async (): Promise<void> => {
    setAsks(false)
    setSent(SENT)
    setSent(await desk.commands.send('account.reset', { person: '' }))
  }
  return (
    <p className="account-reset">
      <button type="button" className="list-button" onClick={() => setAsks(true)}>
        {t('account.reset')}
      </button>{' '}
      <span role="status">{sent === undefined ? '' : replyText(sent, t)}</span>
      {asks && (
        <Dialog
          title={t('account.reset')}
          onClose={() => setAsks(false)}
          footer={
            <>
              <button
                type="button"
                className="list-button"
                data-autofocus=""
                onClick={() => setAsks(false)}
              >
                {t('back')}
              </button>
              <button type="button" className="list-button" onClick={() => void reset()}>
                {t('account.reset')}
              </button>
            </>
          }
        >
          <p>{t('account.reset-ask')}</p>
        </Dialog>
      )}
    </p>
  )
}
