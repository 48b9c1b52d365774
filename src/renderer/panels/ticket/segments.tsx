import type { ReactElement } from 'react'
import './segments.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly words: string
  readonly title?: string
  /** Struck through: it cannot be chosen; the title says why. */
  readonly impossible?: boolean
}

interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly disabled: boolean
  readonly onChoose: (value: Value) => void
}

/** One of a few, side by side. */
export function Segments<Value extends string>(props: SegmentsProps<Value>): ReactElement {
  const { label, value, segments, disabled, onChoose } = props
  return (
    <div className="segments" role="group" aria-label={label}>
      {segments.map((segment) => (
        <button
          type="button"
          key={segment.value}
          className={segment.impossible === true ? 'segment segment-impossible' : 'segment'}
          aria-pressed={segment.value === value}
          aria-disabled={segment.impossible === true}
          disabled={disabled}
          title={segment.title}
          onClick={() => {
            if (segment.impossible !== true) onChoose(segment.value)
          }}
        >
          {segment.words}
        </button>
      ))}
    </div>
  )
}
