import type { ReactElement } from 'react'
import type { Instrument } from '../../../core/domain/index.ts'
import { isFresh } from '../../../core/replica/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { FINE, PanelState } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useDesk, useLinkedInstrument, useSlice, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { useChord } from '../../keys/index.ts'
import type { Translate } from '../../words/index.ts'
import { haltWords } from '../../words/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { gapCondition } from '../listing/gap-condition.ts'
import { noContract } from '../listing/no-contract.ts'
import { lineCondition } from '../system/line-condition.ts'
import { ChartBody } from './chart-body.tsx'
import { tapeOf } from './chart-feed.ts'
import './chart-panel.css'

/** Ticks or bars of the linked symbol, with its depth, and what is ours in it. */
export function ChartPanel({ panel, letter }: PanelProps): ReactElement {
  const t = useWords()
  const { symbol, instrument } = useLinkedInstrument(letter)
  const desk = useDesk()
  const condition = useCondition(instrument, symbol, t)
  const { mode, profile, runId } = tapeOf(desk)
  // What is kept of the past belongs to one symbol of one tape: another one begins anew.
  const key = `${instrument?.symbol} ${instrument?.id} ${mode} ${profile} ${runId}`
  return (
    <PanelState condition={condition}>
      {instrument !== undefined && (
        <ChartBody key={key} panel={panel} letter={letter} instrument={instrument} />
      )}
    </PanelState>
  )
}

function useCondition(
  instrument: Instrument | undefined,
  symbol: string | undefined,
  t: Translate,
): PanelCondition {
  const keys = useChord('symbols')
  return useSlice(['age', 'link', 'sources', 'trading', 'directory'], (desk) => {
    const line = lineCondition(desk, t)
    if (desk.replica !== undefined && line.kind === 'disconnected') return line
    const none = noContract(desk, symbol, keys, t)
    if (none !== undefined || symbol === undefined) return none ?? FINE
    if (instrument === undefined || desk.quoteOf(instrument.id) === undefined) {
      return waiting(desk, symbol, t)
    }
    return gapCondition(desk) ?? ofGateway(desk, t)
  })
}

/** Of the process that owns prices and account: what is shown is as old as its last word. */
function ofGateway({ replica, session }: Desk, t: Translate): PanelCondition {
  const standing = replica?.sources.get(replica.gateway)?.standing
  if (standing !== undefined && !isFresh(standing) && !Number.isNaN(standing.staleSince)) {
    return { kind: 'stale', age: age(session.monotonic() - standing.staleSince) }
  }
  const { trading } = replica?.state ?? {}
  if (trading?.state === 'halted') {
    return { kind: 'halted', words: haltWords(trading, t) }
  }
  return FINE
}

function waiting(desk: Desk, symbol: string, t: Translate): PanelCondition {
  const what = t('chart.what-quotes', { symbol })
  return { kind: 'loading', what, age: age((performance.now() - desk.status.since) * 1_000) }
}
