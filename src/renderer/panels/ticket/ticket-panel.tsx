import type { KeyboardEvent, ReactElement } from 'react'
import { useStore } from 'zustand'
import type { Side } from '../../../core/domain/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { FINE, PanelState, Tag } from '../../components/index.ts'
import { useDesk, useLinked, useSlice, useWords } from '../../desk/index.ts'
import type { TicketDraftStore } from '../../desk/ticket-draft.ts'
import { followPrice, ticketDraftOf } from '../../desk/ticket-draft.ts'
import { useChord, useKey } from '../../keys/index.ts'
import type { Translate } from '../../words/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { noContract } from '../listing/no-contract.ts'
import { useLineCondition } from '../system/line-condition.ts'
import { CHANGES } from './changes.ts'
import { CommandLine } from './command-line.tsx'
import { entryWords } from './entry-of.ts'
import { PreviewBounds, PreviewGrid } from './preview-grid.tsx'
import { SideButton } from './side-button.tsx'
import { KindChoice, OffsetChoice } from './ticket-choices.tsx'
import { LotsField, PriceField, setLots, setSide, stepPrice } from './ticket-fields.tsx'
import { TicketFoot } from './ticket-foot.tsx'
import type { TicketView } from './ticket-view.ts'
import { ticketViewOf, wishOf } from './ticket-view.ts'
import type { OrderEntry } from './use-order-entry.tsx'
import { useOrderEntry } from './use-order-entry.tsx'
import './ticket.css'

export { TicketTools } from './ticket-tools.tsx'

/** Writes orders by hand: what each would do stands there before it is sent. */
export function TicketPanel({ letter }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const store = ticketDraftOf(desk, letter)
  const draft = useStore(store)
  const view = useSlice(CHANGES, () => ticketViewOf(desk, draft, t))
  const { offset, orderKind, source, limit, volume } = draft
  const about = [draft.symbol, offset, orderKind, source, limit, volume].join(' ')
  const entry = useOrderEntry(about)
  const keys = useChord('symbols')
  const symbol = useLinked(letter)
  const line = useLineCondition()
  if (view === undefined) {
    const none = line.kind === 'loading' ? undefined : noContract(desk, symbol, keys, t)
    return <PanelState condition={none ?? line}>{null}</PanelState>
  }
  return (
    <PanelState condition={conditionOf(view, line, t)}>
      <Ticket store={store} view={view} entry={entry} />
      {entry.dialog}
    </PanelState>
  )
}

interface TicketProps {
  readonly store: TicketDraftStore
  readonly view: TicketView
  readonly entry: OrderEntry
}

function Ticket({ store, view, entry }: TicketProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const draft = useStore(store)
  const { instrument } = view
  const side = draft.side === 'buy' ? view.buy : view.sell
  const handless = view.mode === 'replay' || view.mode === 'monitor'
  const { trading } = desk.replica?.state ?? {}
  const halted = trading?.state === 'halted' || trading?.state === 'flattening'
  const disabled = handless || halted
  // A price that follows is sent as it stands on the button, whatever the market did since.
  const send = (which: Side): void => {
    setSide(store, which)
    const { wish: drawn } = view[which]
    const now = wishOf(desk, store.getState(), which)
    if (now?.instrument !== drawn.instrument) return entry.request(undefined)
    const follows = store.getState().source !== 'fixed' && now.orderKind === drawn.orderKind
    entry.request(follows ? { ...now, limit: drawn.limit } : now)
  }
  useKey('buy', () => send('buy'))
  useKey('sell', () => send('sell'))
  const common = { store, draft, instrument, side, disabled }
  return (
    <div
      className={handless ? 'ticket ticket-handless' : 'ticket'}
      data-trading-fields
      data-panel-focus=""
      role="presentation"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (!disabled) onTicketKey(event, store, (steps) => stepPrice(desk, store, steps))
      }}
    >
      <div className="ticket-body">
        <div className="ticket-form">
          <KindChoice {...common} />
          <OffsetChoice {...common} />
          <div className="ticket-pair">
            <PriceField {...common} />
            <LotsField {...common} />
          </div>
          <PreviewGrid side={side} />
          <PreviewBounds instrument={instrument} side={side} />
        </div>
        <div className="ticket-pair">
          {(['buy', 'sell'] as const).map((each) => (
            <SideButton
              key={each}
              instrument={instrument}
              side={view[each]}
              shown={draft.side === each}
              onShow={() => setSide(store, each)}
              onSend={() => send(each)}
            />
          ))}
        </div>
        {halted && !handless && (
          <div className="ticket-veil">
            <p>
              <Tag kind="fault">{`■ ${t('ticket.locked-by-halt')}`}</Tag>
              <br />
              {t('ticket.left-to-do')}
            </p>
          </div>
        )}
      </div>
      <TicketFoot instrument={instrument} say={entry.say} />
      <CommandLine note={entry.note} />
    </div>
  )
}

let typedAt = 0

/** Digits set lots, arrows the price; in a field they are the field's own. */
function onTicketKey(
  event: KeyboardEvent,
  store: TicketDraftStore,
  step: (steps: number) => void,
): void {
  const { key, ctrlKey, altKey, metaKey, shiftKey, timeStamp, target } = event
  if (ctrlKey || altKey || metaKey || target instanceof HTMLInputElement) return
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    event.preventDefault()
    step((key === 'ArrowUp' ? 1 : -1) * (shiftKey ? 10 : 1))
  } else if (key === 'Escape') {
    // Not taken: twice, it takes all orders back as well.
    followPrice(store, 'opposite')
    store.setState({ offset: 'auto', orderKind: 'limit' })
    setLots(store, 1)
  } else if (/^[0-9]$/.test(key)) {
    const { volume } = store.getState()
    const goesOn = timeStamp - typedAt < 800 && volume > 0
    typedAt = timeStamp
    setLots(store, goesOn ? volume * 10 + Number(key) : Number(key))
  }
}

function conditionOf({ entry }: TicketView, line: PanelCondition, t: Translate): PanelCondition {
  if (entry === undefined) return FINE
  switch (entry.reason) {
    case 'replay':
    case 'monitor':
    case 'not-tradable':
    case 'not-allowed':
      return { kind: 'readonly', words: entryWords(t, entry) }
    case 'halted':
    case 'flattening':
    case 'feed-silent':
    case 'stale':
    case 'account-old':
    case 'reducing':
    case 'daily-loss':
    case 'no-quote':
    case 'no-instrument':
      return FINE
    case 'connecting':
    case 'lost':
    case 'refused':
      return line
    case 'old':
    case 'gateway-waiting':
    case 'gateway-lost':
    case 'gateway-silent':
      return { kind: 'disconnected', words: entryWords(t, entry) }
  }
}
