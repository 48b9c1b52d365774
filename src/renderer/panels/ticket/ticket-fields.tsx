import type { ReactElement } from 'react'
import type { Instrument, Lots, Side, Ticks } from '../../../core/domain/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import type { TicketDraft, TicketDraftStore } from '../../desk/ticket-draft.ts'
import { fixPrice, followPrice } from '../../desk/ticket-draft.ts'
import { priceFormat } from '../../format/index.ts'
import { SteppedField } from './stepped-field.tsx'
import { priceOfDraft } from './ticket-view.ts'
import type { TicketSide } from './ticket-view.ts'
import type { Desk } from '../../desk/index.ts'

export const PRESETS = [1, 2, 5, 10] as const
const MOST_LOTS = 99_999

interface FieldProps {
  readonly store: TicketDraftStore
  readonly draft: TicketDraft
  readonly instrument: Instrument
  readonly side: TicketSide
  readonly disabled: boolean
}

/** The price: it follows the best of either side until a person touches it. */
export function PriceField({ store, draft, instrument, side, disabled }: FieldProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { source } = draft
  const market = draft.orderKind === 'market'
  const wrong = side.preview.refusals.find(({ code }) => PRICE_CODES.has(code))
  const sources = ['opposite', 'own'] as const
  return (
    <div>
      <div className="ticket-caption">
        <span>{t('price')}</span>
        <span role="group" aria-label={t('ticket.source')}>
          {sources.map((each) => (
            <button
              type="button"
              key={each}
              className="ticket-mini"
              aria-pressed={source === each}
              disabled={disabled || market}
              onClick={() => followPrice(store, each)}
            >
              {t(`ticket.source.${each}`)}
            </button>
          ))}
        </span>
      </div>
      <SteppedField
        label={t('price')}
        down={t('ticket.price-down')}
        up={t('ticket.price-up')}
        text={priceFormat(instrument).ticks(side.preview.limit)}
        wrong={wrong?.message ?? ''}
        disabled={disabled || market}
        onText={(text) => {
          const limit = ticksOfText(instrument, text)
          fixPrice(store, limit)
          return Number.isFinite(limit)
        }}
        onStep={(steps) => stepPrice(desk, store, steps)}
      />
    </div>
  )
}

const PRICE_CODES = new Set<string>([
  'risk.price',
  'risk.off-tick',
  'risk.price-limit',
  'risk.collar',
])

/** What stands between two ticks stays there: the gate refuses it, nothing is rounded unseen. */
function ticksOfText({ tickUnits, tickScale }: Instrument, text: string): Ticks {
  const plain = text.replaceAll(',', '').trim()
  if (!/^\d+(\.\d*)?$/.test(plain)) return NaN as Ticks
  const exact = (Number(plain) * tickScale) / tickUnits
  const whole = Math.round(exact)
  return (Math.abs(exact - whole) < 1e-6 ? whole : exact) as Ticks
}

/** From the price that is shown for the draft's side; from then on it is fixed. */
export function stepPrice(desk: Desk, store: TicketDraftStore, steps: number): void {
  const draft = store.getState()
  const from = priceOfDraft(desk, draft, draft.side)
  if (Number.isNaN(from)) return
  const near = steps > 0 ? Math.floor(from) : Math.ceil(from)
  fixPrice(store, Math.max(1, near + steps) as Ticks)
}

/** Lots of the order. */
export function LotsField({ store, draft, disabled, side }: FieldProps): ReactElement {
  const t = useWords()
  const wrong = side.preview.refusals.find(({ code }) => code === 'risk.size')
  return (
    <div>
      <div className="ticket-caption">
        <span>{t('lots')}</span>
        <span role="group" aria-label={t('ticket.presets')}>
          {PRESETS.map((lots) => (
            <button
              type="button"
              key={lots}
              className="ticket-mini"
              aria-pressed={draft.volume === lots}
              disabled={disabled}
              onClick={() => setLots(store, lots)}
            >
              {lots}
            </button>
          ))}
        </span>
      </div>
      <SteppedField
        label={t('lots')}
        down={t('ticket.lots-down')}
        up={t('ticket.lots-up')}
        text={Number.isNaN(draft.volume) ? '' : String(draft.volume)}
        wrong={wrong?.message ?? ''}
        disabled={disabled}
        onText={(text) => {
          const lots = /^\d+$/.test(text.trim()) ? Number(text) : NaN
          setLots(store, lots)
          return Number.isFinite(lots)
        }}
        onStep={(steps) => setLots(store, Math.max(1, (draft.volume || 0) + steps))}
      />
    </div>
  )
}

export function setLots(store: TicketDraftStore, lots: number): void {
  store.setState({ volume: Math.min(lots, MOST_LOTS) as Lots })
}

export function setSide(store: TicketDraftStore, side: Side): void {
  if (store.getState().side !== side) store.setState({ side })
}
