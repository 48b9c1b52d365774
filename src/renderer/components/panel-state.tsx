import type { ReactElement, ReactNode } from 'react'
import { useEffect, useState } from 'react'
import type { ErrorCode } from '../../core/contracts/index.ts'
import { useWords } from '../desk/index.ts'
import { decimal } from '../format/index.ts'
import type { Translate } from '../words/index.ts'
import { useCopy } from './use-copy.ts'
import './panel-state.css'

/**
 * What a panel has to say of itself. All panels say it alike:
 * `loading`: what is awaited; shown after 300 ms only. `empty`: what would fill it. `stale`,
 * `gap`, `disconnected`, `readonly`, `halted` and `error` keep the content and say what is wrong
 * with it.
 */
export type PanelCondition =
  | { readonly kind: 'fine' }
  | { readonly kind: 'loading'; readonly what: string; readonly age: string }
  | { readonly kind: 'empty'; readonly words: string; readonly keys?: string }
  | { readonly kind: 'stale'; readonly age: string }
  /** NaN where it is not known how many. */
  | { readonly kind: 'gap'; readonly missed: number }
  | { readonly kind: 'disconnected'; readonly words: string }
  | { readonly kind: 'readonly'; readonly words: string }
  | { readonly kind: 'halted'; readonly words: string }
  | { readonly kind: 'error'; readonly code: ErrorCode | ''; readonly words: string }

interface PanelStateProps {
  readonly condition: PanelCondition
  readonly children: ReactNode
}

export const FINE: PanelCondition = { kind: 'fine' }

/** A panel's body with its state. */
export function PanelState({ condition, children }: PanelStateProps): ReactElement {
  return (
    <div className={`panel-state panel-state-${condition.kind}`}>
      <PanelNotice condition={condition} />
      <div className="panel-state-content">{children}</div>
    </div>
  )
}

function PanelNotice({ condition }: { readonly condition: PanelCondition }): ReactElement | null {
  const t = useWords()
  switch (condition.kind) {
    case 'fine':
      return null
    case 'loading':
      return <Loading words={t('panel.loading', { what: condition.what, age: condition.age })} />
    case 'empty':
      return (
        <p className="panel-notice panel-notice-empty">
          {condition.words} {condition.keys !== undefined && <kbd>{condition.keys}</kbd>}
        </p>
      )
    case 'stale':
      return <p className="panel-notice warn">◷ {condition.age}</p>
    case 'gap':
      return (
        <p className="panel-notice warn" title={t('panel.gap-why')}>
          ⟂ {gapWords(condition.missed, t)}
        </p>
      )
    case 'disconnected':
      return (
        <p className="panel-notice warn" title={condition.words}>
          ○ {condition.words}
        </p>
      )
    case 'readonly':
      return (
        <p className="panel-notice">
          <span className="panel-tag">{t('panel.readonly')}</span> {condition.words}
        </p>
      )
    case 'halted':
      return (
        <p className="panel-notice">
          <span className="panel-fault">■ {t('state.halted')}</span> {condition.words}
        </p>
      )
    case 'error':
      return <Fault code={condition.code} words={condition.words} />
  }
}

function gapWords(missed: number, t: Translate): string {
  return Number.isNaN(missed) ? t('panel.gap-some') : t('panel.gap', { count: decimal(missed) })
}

function Fault({ code, words }: { readonly code: string; readonly words: string }): ReactElement {
  const t = useWords()
  const copy = useCopy()
  return (
    <p className="panel-notice" role="status">
      <span className="panel-fault">■ {t('panel.error')}</span> <code>{code}</code> {words}{' '}
      <button type="button" className="panel-copy" onClick={() => copy(`${code} ${words}`)}>
        {t('copy')}
      </button>
    </p>
  )
}

function Loading({ words }: { readonly words: string }): ReactElement | null {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return late ? <p className="panel-notice panel-notice-empty">{words}</p> : null
}
