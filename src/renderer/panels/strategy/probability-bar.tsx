import type { ReactElement } from 'react'
import { useWords } from '../../desk/index.ts'
import { decimal } from '../../format/index.ts'
import { labelText } from './label-text.ts'

const CLASSES = ['down', 'flat', 'up'] as const

/** A model's answer as one bar: down, flat, up, each at least wide enough for its figure. */
export function ProbabilityBar({
  outputs,
  labels,
}: {
  readonly outputs: readonly number[]
  readonly labels: readonly string[]
}): ReactElement {
  const t = useWords()
  const columns = outputs.map((share) => `minmax(46px, ${Math.max(1, share * 100)}fr)`).join(' ')
  return (
    <div className="probability-bar" style={{ gridTemplateColumns: columns }}>
      {outputs.map((share, index) => {
        const label = labels[index] ?? CLASSES[index] ?? String(index)
        return (
          <span key={label} className={`probability-${label}`}>
            {label === 'down' && '▼ '}
            {label === 'up' && '▲ '}
            {label !== 'down' && label !== 'up' && `${labelText(label, t)} `}
            {decimal(share * 100, 1)}
          </span>
        )
      })}
    </div>
  )
}
