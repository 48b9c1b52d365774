import { useState } from 'react'
import type { ReactElement } from 'react'
import { isFresh } from '../../../core/replica/index.ts'
import { thresholdsOf } from '../../../core/desk/probability-thresholds.ts'
import type { PanelCondition } from '../../components/index.ts'
import { PanelState, Tag } from '../../components/index.ts'
import { useDesk, useSelected, useSlice, useWords } from '../../desk/index.ts'
import { age, clockTime, direction, signed, signedMoney } from '../../format/index.ts'
import { useChord, useKey } from '../../keys/index.ts'
import type { Translate } from '../../words/index.ts'
import { sayingWords } from '../../words/index.ts'
import { listCondition } from '../listing/list-condition.ts'
import { lineCondition } from '../system/line-condition.ts'
import { FeatureTable } from './feature-table.tsx'
import { ParameterForm } from './parameter-form.tsx'
import { ProbabilityBar } from './probability-bar.tsx'
import { ProbabilityTrace } from './probability-trace.tsx'
import type { ShownStrategy } from './shown-strategy.ts'
import { shownStrategies } from './shown-strategy.ts'
import './strategy-panel.css'

/** What each strategy wants, why, and how it is set; start, pause, parameters. */
export function StrategyPanel(): ReactElement {
  const t = useWords()
  const all = useSlice(
    ['thoughts', 'settings', 'targets', 'positions', 'sources', 'quotes', 'link', 'directory'],
    ({ replica }) => (replica === undefined ? [] : shownStrategies(replica)),
  )
  const [chosen, setChosen] = useState(0)
  const strategy = all[Math.min(chosen, all.length - 1)]
  return (
    <PanelState condition={useCondition(strategy, t)}>
      {strategy !== undefined && (
        <div className="strategy">
          <div className="strategy-choice">
            <div className="strategy-tabs" role="tablist" aria-label={t('panel.strategy')}>
              {all.map((each, index) => (
                <button
                  type="button"
                  role="tab"
                  key={`${each.standing.name} ${each.instrument?.symbol}`}
                  aria-selected={each === strategy}
                  onClick={() => setChosen(index)}
                >
                  {!isFresh(each.standing) && <Silent />}
                  {each.standing.owner} <small>{each.instrument?.symbol.split('.')[1] ?? ''}</small>
                </button>
              ))}
            </div>
            <Switch strategy={strategy} />
          </div>
          <Head strategy={strategy} />
          <Probabilities strategy={strategy} />
          <Decision strategy={strategy} />
          <FeatureTable strategy={strategy} />
          <ParameterForm strategy={strategy} />
        </div>
      )}
    </PanelState>
  )
}

function useCondition(strategy: ShownStrategy | undefined, t: Translate): PanelCondition {
  return useSelected(['link', 'sources', 'age'], (desk): PanelCondition => {
    const line = lineCondition(desk, t)
    if (line.kind !== 'fine') return line
    if (strategy === undefined) return { kind: 'empty', words: t('strategy.none') }
    const { standing } = strategy
    // What it holds there is the gateway's to tell, and so are the quotes that it decides on.
    if (isFresh(standing)) return listCondition(desk, t)
    const since = desk.session.monotonic() - standing.staleSince
    return {
      kind: 'disconnected',
      words: t('strategy.silent', { name: standing.name, age: age(since) }),
    }
  })
}

/** On the tab of one that is not heard: what it wants is as of then. */
function Silent(): ReactElement {
  const t = useWords()
  return (
    <span className="warn" title={t('system.silent')} aria-label={t('system.silent')} role="img">
      ○{' '}
    </span>
  )
}

/** Whether it runs, and what changes that. */
function Switch({ strategy: { setting } }: { readonly strategy: ShownStrategy }): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const paused = setting?.paused === true
  const owner = setting?.owner
  const press = (): void => {
    if (owner === undefined) return
    void desk.commands.send(paused ? 'strategy.resume' : 'strategy.pause', { owner, person: '' })
  }
  const chord = useChord('pause')
  useKey('pause', owner === undefined ? undefined : press)
  return (
    <>
      <Tag kind={paused ? 'warn' : ''}>{paused ? t('strategy.paused') : t('strategy.running')}</Tag>
      <button
        type="button"
        className="strategy-button"
        disabled={owner === undefined}
        onClick={press}
      >
        {paused ? t('strategy.start') : t('strategy.pause')} <kbd>{chord}</kbd>
      </button>
    </>
  )
}

function Head({ strategy }: { readonly strategy: ShownStrategy }): ReactElement {
  const t = useWords()
  const { setting, target, actual, profit, standing } = strategy
  return (
    <div className="strategy-head">
      <span className="strategy-name model code">
        {setting?.strategy ?? standing.name} {setting?.model}
      </span>
      <span className="strategy-figures">
        {t('strategy.target')}{' '}
        <b className="model">{target === undefined ? '–' : signed(target.target)}</b> ·{' '}
        {t('strategy.actual')} <b className="mine">{signed(actual)}</b> ·{' '}
        <b className={direction(profit)}>{signedMoney(profit, 0)}</b>
      </span>
    </div>
  )
}

function Probabilities({ strategy }: { readonly strategy: ShownStrategy }): ReactElement | null {
  const { setting, thoughts, standing } = strategy
  const outputs = thoughts?.prediction?.outputs
  if (outputs === undefined || thoughts === undefined) return null
  return (
    <>
      <ProbabilityBar outputs={outputs} labels={setting?.labels ?? []} />
      <ProbabilityTrace
        source={standing.name}
        instrument={thoughts.instrument}
        thresholds={setting === undefined ? [] : thresholdsOf(setting)}
      />
    </>
  )
}

function Decision({ strategy }: { readonly strategy: ShownStrategy }): ReactElement {
  const t = useWords()
  const decision = strategy.thoughts?.decision
  return (
    <p className="strategy-decision">
      {decision === undefined ? (
        <span className="muted">{t('strategy.undecided')}</span>
      ) : (
        <>
          {t('strategy.last-decision')} {clockTime(decision.at, 3)} · {t('strategy.target')}{' '}
          <b className="model">{signed(decision.target)}</b>
          <span className="strategy-why">{sayingWords(decision.why, t)}</span>
        </>
      )}
    </p>
  )
}
