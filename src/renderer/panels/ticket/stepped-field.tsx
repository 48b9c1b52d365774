import { useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import './stepped-field.css'

interface SteppedFieldProps {
  readonly label: string
  readonly down: string
  readonly up: string
  readonly text: string
  /** Boxed: what stands there cannot be sent; the title says why. */
  readonly wrong: string
  readonly disabled: boolean
  /** @returns whether the text made sense. */
  readonly onText: (text: string) => boolean
  /** @param steps one, or ten with Shift; negative downward. */
  readonly onStep: (steps: number) => void
}

/** A figure that is typed, or stepped by its buttons and the arrow keys. */
export function SteppedField(props: SteppedFieldProps): ReactElement {
  const { label, down, up, text, wrong, disabled, onText, onStep } = props
  const [typed, setTyped] = useState<string>()
  const take = (): void => {
    if (typed !== undefined) onText(typed)
    setTyped(undefined)
  }
  const step = (steps: number): void => {
    setTyped(undefined)
    onStep(steps)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event
    if (key === 'Enter') take()
    else if (key === 'Escape') setTyped(undefined)
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      event.preventDefault()
      event.stopPropagation()
      step((key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1))
    }
  }
  return (
    <div className={wrong === '' ? 'stepped-field' : 'stepped-field stepped-field-wrong'}>
      <button
        type="button"
        aria-label={down}
        disabled={disabled}
        onClick={(event) => step(event.shiftKey ? -10 : -1)}
      >
        −
      </button>
      <input
        aria-label={label}
        aria-invalid={wrong !== ''}
        title={wrong === '' ? undefined : wrong}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={typed ?? text}
        onChange={(event) => {
          setTyped(event.target.value)
          // What is typed counts at once: a key that sends must not send what stood there before.
          onText(event.target.value)
        }}
        onFocus={(event) => event.target.select()}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        aria-label={up}
        disabled={disabled}
        onClick={(event) => step(event.shiftKey ? 10 : 1)}
      >
        +
      </button>
    </div>
  )
}
