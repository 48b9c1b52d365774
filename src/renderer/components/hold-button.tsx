import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import './hold-button.css'

/** Milliseconds that a button is held until it acts; `--hold` of the tokens fills it as long. */
export const HOLD_MILLIS = 800

interface HoldButtonProps {
  /** What it does, beside the words that it shows: those are its name, unless it has another. */
  readonly label: string
  /** Begins with the words that it shows; for one of several that show the same. */
  readonly name?: string
  /** The process that it is about, for who asks the element with the focus. */
  readonly process?: string
  readonly className?: string
  readonly disabled?: boolean
  readonly onHeld: () => void
  readonly children: ReactNode
}

/**
 * Acts once after it was held without a break, by pointer, Space or Enter; letting go calls it off.
 */
export function HoldButton(props: HoldButtonProps): ReactElement {
  const { label, name, process, className = '', disabled = false, onHeld, children } = props
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const end = (): void => {
    clearTimeout(timer.current)
    timer.current = undefined
    setHolding(false)
  }
  const begin = (): void => {
    if (disabled || timer.current !== undefined) return
    setHolding(true)
    timer.current = setTimeout(() => {
      end()
      onHeld()
    }, HOLD_MILLIS)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    if (!event.repeat) begin()
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <button
      type="button"
      className={`hold-button ${holding ? 'hold-button-held' : ''} ${className}`}
      aria-label={name}
      aria-description={label}
      data-process={process}
      title={label}
      aria-disabled={disabled}
      onPointerDown={(event) => {
        if (event.button === 0) begin()
      }}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onKeyDown={onKeyDown}
      onKeyUp={end}
      onBlur={end}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span className="hold-button-fill" />
      <span className="hold-button-words">{children}</span>
    </button>
  )
}
