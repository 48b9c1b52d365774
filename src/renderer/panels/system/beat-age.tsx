import type { ReactElement } from 'react'
import { MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import { age } from '../../format/index.ts'

interface BeatAgeProps {
  /** µs. */
  readonly old: number
  /** Seconds. */
  readonly limit: number
}

/** How long ago somebody was heard; over its limit it says so. */
export function BeatAge({ old, limit }: BeatAgeProps): ReactElement {
  const isOver = Number.isFinite(old) && old > limit * MICROS_PER_SECOND
  return <span className={isOver ? 'warn' : ''}>{isOver ? `◷ ${age(old)}` : age(old)}</span>
}
