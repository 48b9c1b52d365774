import { useState } from 'react'
import type { ReactElement } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { useDesk, useWords } from '../../desk/index.ts'
import { replyText } from '../listing/reply-text.ts'

/** Begins paper money anew, after a question. */
export function ResetButton(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const [asks, setAsks] = useState(false)
  const [told, setTold] = useState('')
  const reset = async (): Promise<void> => {
    setAsks(false)
    setTold(t('account.reset-sent'))
    const reply = await desk.commands.send('account.reset', { person: '' })
    setTold(replyText(reply, t))
  }
  return (
    <p className="account-reset">
      <button type="button" className="list-button" onClick={() => setAsks(true)}>
        {t('account.reset')}
      </button>{' '}
      <span role="status">{told}</span>
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
