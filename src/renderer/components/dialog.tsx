import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useSlice, useWords } from '../desk/index.ts'
import { PanelPlaceProvider, usePanelPlace } from '../desk/panel-place.ts'
import { MODE_SIGNS } from '../format/index.ts'
import type { KeyName } from '../keys/key-table.ts'
import { useKeys } from '../keys/keys-of.ts'
import { DIALOGS } from './dialog-place.ts'
import './dialog.css'

interface DialogProps {
  /** Without the mode, which stands beside it by itself, in live before it. */
  readonly title: string
  /** Escape, the button, or a click beside it. */
  readonly onClose: () => void
  /**
   * `wide` for lists that are searched: it keeps its height. `fitting` is as high as what it holds.
   * `top` for what is typed into: it stands high and keeps its place.
   */
  readonly look?: 'plain' | 'wide' | 'fitting' | 'top'
  /** Keys that act while it is open: those that put another of its kind in its place. */
  readonly lets?: readonly KeyName[]
  readonly children: ReactNode
  /** Its buttons, at the lower right: the first one is to be the one that changes nothing. */
  readonly footer?: ReactNode
}

const NO_KEYS: readonly KeyName[] = []

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])'

/**
 * Something that is to be answered first. The focus starts on what has `data-autofocus`, else on
 * the first thing that takes it; it stays within, and returns to where it was. The top bar is never
 * covered, and the key to flatten and lock acts as ever.
 */
export function Dialog(props: DialogProps): ReactElement {
  const place = document.getElementById(DIALOGS) ?? document.body
  return createPortal(<OpenDialog {...props} />, place)
}

function OpenDialog({ title, onClose, look = 'plain', lets, children, footer }: DialogProps) {
  const t = useWords()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const { panel } = usePanelPlace()
  const mode = useSlice(['link'], ({ session }) => session.opening?.origin.mode)
  useLayer(onClose, lets)
  useFocusWithin(box)
  return (
    <PanelPlaceProvider value={{ panel, shown: true }}>
      <div
        className={`dialog-scrim dialog-scrim-${look}`}
        onPointerDown={(event) => {
          if (event.target === event.currentTarget) onClose()
        }}
      >
        <div
          className={`dialog dialog-${look}`}
          role="dialog"
          aria-modal="true"
          aria-labelledby={id}
          tabIndex={-1}
          ref={box}
          onKeyDown={(event) => keepWithin(event, box.current)}
        >
          <header className="dialog-head">
            <h2 id={id} className="dialog-title">
              {mode === 'live' && <span className="dialog-live">◆ {t('mode.live')} · </span>}
              {title}
            </h2>
            {mode !== undefined && mode !== 'live' && (
              <span className="tag dialog-mode">{`${MODE_SIGNS[mode]} ${t(`mode.${mode}`)}`}</span>
            )}
            <button
              type="button"
              className="dialog-close"
              aria-label={t('dialog.close')}
              onClick={onClose}
            >
              ×
            </button>
          </header>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
        </div>
      </div>
    </PanelPlaceProvider>
  )
}

function useLayer(onClose: () => void, lets: readonly KeyName[] = NO_KEYS): void {
  const keys = useKeys()
  const newest = useRef(onClose)
  useEffect(() => {
    newest.current = onClose
  })
  useEffect(
    () => keys.layers.add({ close: () => newest.current(), dialog: true, lets }),
    [keys, lets],
  )
}

function useFocusWithin(box: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement
    const element = box.current
    const first =
      element?.querySelector<HTMLElement>('[data-autofocus]') ??
      element?.querySelector<HTMLElement>(`.dialog-body :is(${FOCUSABLE})`) ??
      element
    first?.focus()
    return () => {
      // Whoever closed it may have given the focus to something already.
      const now = document.activeElement
      const nowhere = now === null || now === document.body || element?.contains(now) === true
      if (nowhere && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [box])
}

function keepWithin(event: KeyboardEvent, box: HTMLElement | null): void {
  if (event.key !== 'Tab' || box === null) return
  const all = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (each) => each.offsetParent !== null,
  )
  const [first, last] = [all[0], all.at(-1)]
  const now = document.activeElement
  const leaving = event.shiftKey ? now === first || now === box : now === last
  if (!leaving) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next?.focus()
}
