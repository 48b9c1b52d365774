import type { ReactElement } from 'react'
import { chainStanding } from '../../../core/desk/chain-standing.ts'
import { Tag } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useSelected, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import type { ChainWords } from './chain-words.ts'
import { chainWords } from './chain-words.ts'

interface Shown extends ChainWords {
  /** How old it is; '' while it is how things are. */
  readonly old: string
}

/** Whether the journal behind the audit log is the one that was sealed. */
export function ChainHead(): ReactElement | null {
  const t = useWords()
  const shown = useSelected(['beats', 'sources', 'link', 'age'], (desk) => shownOf(desk, t))
  if (shown === undefined) return null
  const { fault, words, tone, old } = shown
  const look = old !== '' ? 'old' : tone === 'warn' ? 'warn' : ''
  return (
    <p className={`audit-chain audit-chain-${tone}`} data-chain={fault === '' ? 'held' : 'fault'}>
      {fault !== '' && <Tag kind={old === '' ? 'fault' : ''}>{`■ ${fault}`}</Tag>}
      <span className={look}>{words}</span>
      {old !== '' && <span className="warn">◷ {old}</span>}
    </p>
  )
}

function shownOf(desk: Desk, t: Translate): Shown | undefined {
  const { replica, session } = desk
  if (replica === undefined) return undefined
  const chain = chainStanding(replica)
  const silent = session.monotonic() - chain.oldSince
  const isCut = desk.status.phase !== 'following' && chain.verdict !== 'off'
  const old = Number.isFinite(silent) ? age(silent) : isCut ? age(desk.lineAge()) : ''
  return { ...chainWords(chain, t), old }
}
