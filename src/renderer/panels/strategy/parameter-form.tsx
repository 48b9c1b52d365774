import { useState } from 'react'
import type { ReactElement } from 'react'
import type { SettingFact } from '../../../core/contracts/index.ts'
import type { ParameterFacts } from '../../../core/strategies/index.ts'
import { strategyOf } from '../../../core/strategies/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { sayingWords } from '../../words/index.ts'
import { clockTime } from '../../format/index.ts'
import { settingChangesOf } from './setting-changes.ts'
import type { ShownStrategy } from './shown-strategy.ts'

/** Its parameters within their bounds, and who changed what. */
export function ParameterForm({
  strategy,
}: {
  readonly strategy: ShownStrategy
}): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const { setting, standing } = strategy
  const changes = useSlice(['settings'], (desk) =>
    settingChangesOf(desk).filter(({ source }) => source === standing.name),
  )
  if (setting === undefined) return null
  const facts = strategyOf(setting.strategy)?.parameters ?? {}
  const mode = desk.session.opening?.origin.mode
  return (
    <details className="strategy-parameters">
      <summary>{t('strategy.parameters')}</summary>
      {Object.entries(setting.parameters).map(([name, value]) => (
        <ParameterRow
          key={`${standing.name} ${name} ${String(value)}`}
          name={name}
          setting={setting}
          facts={facts[name]}
          readOnly={mode === 'monitor'}
        />
      ))}
      <ul className="strategy-changes">
        {changes.map(({ setting: { at, change, person } }) => (
          <li key={at}>
            {clockTime(at)} {change && sayingWords(change, t)}{' '}
            <span className="muted">{person}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface RowProps {
  readonly name: string
  readonly setting: SettingFact
  readonly facts: ParameterFacts | undefined
  readonly readOnly: boolean
}

function ParameterRow({ name, setting, facts, readOnly }: RowProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const now = setting.parameters[name]
  const [text, setText] = useState(String(now))
  const value = valueOf(text, now)
  const fault = value === undefined ? t('strategy.number') : undefined
  return (
    <form
      className="strategy-parameter"
      onSubmit={(event) => {
        event.preventDefault()
        if (value === undefined || value === now) return
        const parameters = { [name]: value }
        void desk.commands.send('strategy.set', { owner: setting.owner, parameters, person: '' })
      }}
    >
      <label>
        <span className="code">{name}</span>
        <input
          value={text}
          size={8}
          readOnly={readOnly}
          aria-invalid={fault !== undefined}
          title={fault ?? boundsOf(facts)}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span className="muted">{boundsOf(facts)}</span>
      <button type="submit" disabled={value === undefined || value === now || readOnly}>
        {t('strategy.set')}
      </button>
    </form>
  )
}

/** Of the kind that the parameter is; undefined where it cannot be that. */
function valueOf(
  text: string,
  now: number | string | boolean | undefined,
): number | string | boolean | undefined {
  if (typeof now === 'boolean') return text === 'true' || (text === 'false' ? false : undefined)
  if (typeof now !== 'number') return text
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number
}

function boundsOf(facts: ParameterFacts | undefined): string {
  if (facts === undefined) return ''
  return 'least' in facts ? `${facts.least} – ${facts.most}` : facts.oneOf.join(' · ')
}
