import type { ReactElement } from 'react'
import { cancelsPossible } from '../../../core/desk/entry.ts'
import { flatteningOf } from '../../../core/desk/flatten-symbol.ts'
import type { Instrument } from '../../../core/domain/index.ts'
import { HoldButton } from '../../components/hold-button.tsx'
import { useDesk, useSelected, useWords } from '../../desk/index.ts'
import { useChord, useKey } from '../../keys/index.ts'
import { entryOf, entryWords } from './entry-of.ts'
import type { Sentence } from '../../words/index.ts'
import { flattenSymbol } from './flatten-symbol.ts'
import { shortWords } from './ticket-view.ts'

interface TicketFootProps {
  readonly instrument: Instrument
  /** What a person is to be told. */
  readonly say: (note: Sentence | '') => void
}

/** What lowers risk: it stays bare whatever else is off. */
export function TicketFoot({ instrument, say }: TicketFootProps): ReactElement {
  return (
    <div className="ticket-pair">
      <CancelAll />
      <FlattenSymbol instrument={instrument} say={say} />
    </div>
  )
}

function CancelAll(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const chord = useChord('cancel-all')
  const count = useSelected(['orders'], ({ replica }) =>
    (replica?.state.working ?? []).reduce((sum, orders) => sum + (orders?.length ?? 0), 0),
  )
  const possible = useSelected(['link'], ({ status }) => cancelsPossible(status))
  const cancelAll = (): void => {
    void desk.commands.send('orders.cancel', {})
    for (const { owner, paused } of desk.replica?.settings.values() ?? []) {
      if (!paused) void desk.commands.send('strategy.pause', { owner, person: '' })
    }
  }
  return (
    <button
      type="button"
      className="ticket-foot-button"
      disabled={!possible}
      title={t('ticket.cancel-all-help')}
      onClick={cancelAll}
    >
      {t('ticket.cancel-all', { count })}
      <kbd>
        {chord} {chord}
      </kbd>
    </button>
  )
}

function FlattenSymbol({ instrument, say }: TicketFootProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const chord = useChord('flatten-symbol')
  const symbol = instrument.symbol.split('.')[1] ?? instrument.symbol
  const { lots, others } = useSelected(['positions', 'orders', 'quotes'], ({ replica }) => {
    if (replica === undefined) return { lots: 0, others: 0 }
    const found = flatteningOf(replica.state, instrument)
    return { lots: found.orders.length + found.cancels.length, others: found.others }
  })
  const bar = useSelected(['trading', 'link', 'sources', 'age'], () => entryOf(desk, instrument))
  const off = bar?.scope === 'all' ? entryWords(t, bar) : ''
  const tell = async (): Promise<void> => {
    const refused = await flattenSymbol(desk, instrument)
    if (refused === undefined) return say('')
    const { outcome, code, message } = refused
    say((t) => (message === '' ? t(`sent.${outcome}`) : shortWords(t, code, message)))
  }
  const flatten = (): void => {
    if (bar?.scope === 'all') {
      return say((t) => t('confirm.closed-entry', { why: entryWords(t, bar) }))
    }
    if (lots === 0) return say((t) => t('ticket.flatten-none', { symbol }))
    say('')
    void tell()
  }
  useKey('flatten-symbol', flatten)
  const help = t('ticket.flatten-help', { symbol })
  const stays = others === 0 ? '' : ` · ${t('ticket.others', { lots: others })}`
  return (
    <HoldButton
      label={`${help}${stays}`}
      className="ticket-foot-button"
      disabled={off !== '' || lots === 0}
      onHeld={flatten}
    >
      {t('ticket.flatten')} <kbd>{`${t('hold')} ${chord}`}</kbd>
    </HoldButton>
  )
}
