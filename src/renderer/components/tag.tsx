import type { ReactElement } from 'react'
import './tag.css'

/** A framed word: `mine` of a hand, `model` of a strategy, `warn`, `fault` filled, else neutral. */
export function Tag({
  kind = '',
  children,
}: {
  readonly kind?: 'mine' | 'model' | 'warn' | 'fault' | ''
  readonly children: string
}): ReactElement {
  return <span className={kind === '' ? 'tag' : `tag tag-${kind}`}>{children}</span>
}
