import type { ReactElement } from 'react'
import type { AttributionFact } from '../../../core/contracts/index.ts'
import type { FeatureRow } from '../../../core/desk/feature-pushes.ts'
import { featurePushes } from '../../../core/desk/feature-pushes.ts'
import { LeavingTable } from '../../components/leaving-table.tsx'
import { useWords } from '../../desk/index.ts'
import { age, clockTime, decimal, signed } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { labelText } from './label-text.ts'
import type { ShownStrategy } from './shown-strategy.ts'

/** What the strategy saw at a decision, and how much of that decision hangs on each feature. */
export function FeatureTable({
  strategy: { thoughts, setting },
}: {
  readonly strategy: ShownStrategy
}): ReactElement | null {
  const t = useWords()
  const { rows, of, behind } = featurePushes(
    setting?.features ?? [],
    thoughts?.signal,
    thoughts?.attribution,
  )
  const at = of?.at ?? thoughts?.signal?.at
  if (rows.length === 0 || at === undefined) return null
  const meaning = meaningOf(of, t)
  return (
    <>
      <LeavingTable id="features" label={`${t('panel.strategy')} · ${t('strategy.feature')}`}>
        <table className={behind > 0 ? 'strategy-features strategy-old' : 'strategy-features'}>
          <caption>
            {whyOf(of, clockTime(at, 3), t)}
            {behind > 0 && <span className="warn"> ◷ {age(behind)}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('strategy.feature')}</th>
              <th scope="col" className="strategy-figure">
                {t('strategy.value')}
              </th>
              <th scope="col" className="strategy-figure" title={meaning}>
                {headOf(of, t)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Feature key={row.name} row={row} isRule={of?.label === ''} />
            ))}
          </tbody>
        </table>
      </LeavingTable>
      <p className="strategy-meaning">{meaning}</p>
    </>
  )
}

function Feature({
  row: { name, value, push, share },
  isRule,
}: {
  readonly row: FeatureRow
  readonly isRule: boolean
}): ReactElement {
  return (
    <tr>
      <td className="code" title={name}>
        {name}
      </td>
      <td className="strategy-figure">{decimal(value, 3)}</td>
      <td className="strategy-figure">
        {isRule ? signed(push) : signed(push * 100, 1)}
        <Push share={share} />
      </td>
    </tr>
  )
}

/**
 * From the middle: filled to the right where it is for the outcome, hollow to the left where
 * against.
 */
function Push({ share }: { readonly share: number }): ReactElement {
  const width = `${Math.abs(share) * 50}%`
  const left = share < 0 ? `${50 - Math.abs(share) * 50}%` : '50%'
  return (
    <span className="strategy-push" aria-hidden="true">
      {share !== 0 && (
        <i
          className={share < 0 ? 'strategy-push-against' : 'strategy-push-for'}
          style={{ left, width }}
        />
      )}
    </span>
  )
}

/** Which outcome the pushes are of, above them: it is what a person compares them with. */
function whyOf(of: AttributionFact | undefined, at: string, t: Translate): string {
  if (of === undefined) return t('strategy.why', { at })
  const { label, base } = of
  if (label === '') return t('strategy.why-rule', { at, base: signed(base) })
  return t('strategy.why-model', { at, label: labelText(label, t), base: decimal(base * 100, 1) })
}

function headOf(of: AttributionFact | undefined, t: Translate): string {
  if (of === undefined) return t('strategy.push')
  return of.label === '' ? t('strategy.push-lots') : t('strategy.push-points')
}

function meaningOf(of: AttributionFact | undefined, t: Translate): string {
  if (of === undefined) return t('strategy.push-none')
  const { label, base } = of
  if (label === '') return t('strategy.push-of-rule', { base: signed(base) })
  return t('strategy.push-of-model', { label: labelText(label, t), base: decimal(base * 100, 1) })
}
