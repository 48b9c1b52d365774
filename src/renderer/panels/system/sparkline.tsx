import type { ReactElement } from 'react'

const [WIDE, HIGH] = [60, 14]

/** A minute of one figure, oldest at the left; flat at the bottom for nothing. */
export function Sparkline({ values }: { readonly values: readonly number[] }): ReactElement {
  const most = Math.max(...values, 1e-9)
  const points = values.map(
    (value, index) =>
      `${(WIDE - values.length + index).toFixed(0)},${(HIGH - 1 - (value / most) * (HIGH - 2)).toFixed(1)}`,
  )
  return (
    <svg className="sparkline" width={WIDE} height={HIGH} aria-hidden="true">
      <polyline points={points.join(' ')} />
    </svg>
  )
}
