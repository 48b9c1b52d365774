import type { ReactElement } from 'react'
import { useWords } from '../../desk/index.ts'
import { decimal } from '../../format/index.ts'
import type { ShownStrategy } from './shown-strategy.ts'

/** What the strategy saw at its last decision: each feature, and how far from nothing it is. */
export function FeatureTable({
  strategy,
}: {
  readonly strategy: ShownStrategy
}): ReactElement | null {
  const t = useWords()
  const values = strategy.thoughts?.signal?.features
  const names = strategy.setting?.features ?? []
  if (values === undefined || values.length === 0) return null
  return (
    <table className="strategy-features">
      <thead>
        <tr>
          <th scope="col">{t('strategy.why')}</th>
          <th scope="col" className="strategy-figure">
            {t('strategy.value')}
          </th>
          <th scope="col" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {values.map((value, index) => (
          <tr key={names[index] ?? index}>
            <td className="code">{names[index] ?? `#${index}`}</td>
            <td className="strategy-figure">{decimal(value, 3)}</td>
            <td>
              <Push value={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A bar from the middle; a feature of any scale fits, since it is bent into −1 … +1. */
function Push({ value }: { readonly value: number }): ReactElement {
  const share = Math.tanh(Number.isFinite(value) ? value : 0)
  const width = `${Math.abs(share) * 50}%`
  const left = share < 0 ? `${50 - Math.abs(share) * 50}%` : '50%'
  return (
    <span className="strategy-push" aria-hidden="true">
      <i
        className={share < 0 ? 'strategy-push-down' : 'strategy-push-up'}
        style={{ left, width }}
      />
    </span>
  )
}
