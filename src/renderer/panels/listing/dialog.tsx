import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useSlice, useWords } from '../../desk/index.ts'
import { useKeys } from '../../keys/index.ts'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  /** Beside *Back*. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

const REACHABLE = 'button:enabled, [tabindex="0"], input, select'

/** Stands above the panels and below the top bar; its title begins with the mode. */
export function Dialog({ title, onClose, actions, children }: DialogProps): ReactElement {
  const t = useWords()
  const keys = useKeys()
  const id = useId()
  const own = useRef<HTMLDivElement | null>(null)
  const mode = useSlice(['link'], ({ session }) => session.opening?.origin.mode)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const before = document.activeElement
    own.current?.querySelector<HTMLElement>('[data-back]')?.focus()
    const end = keys.layers.add({ dialog: true, close: () => close.current() })
    return () => {
      end()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [keys])
  const keep = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') return
    const places = [...(own.current?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])]
    const [first, last] = [places[0], places.at(-1)]
    const leaves = document.activeElement === (event.shiftKey ? first : last)
    if (!leaves) return
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }
  return createPortal(
    <div className="list-scrim">
      <div
        ref={own}
        className="list-dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        onKeyDown={keep}
      >
        <h2 id={id}>
          {mode !== undefined && <span className="list-dialog-mode">{t(`mode.${mode}`)}</span>}
          {title}
        </h2>
        <div className="list-dialog-body">{children}</div>
        <div className="list-dialog-buttons">
          <button type="button" className="list-button" data-back="" onClick={onClose}>
            {t('back')} <kbd>Esc</kbd>
          </button>
          {actions}
        </div>
      </div>
    </div>,
    document.body,
  )
}
