import type { ReactElement } from 'react'
import type { Instrument } from '../../../core/domain/index.ts'
import { useWords } from '../../desk/index.ts'
import { priceFormat } from '../../format/index.ts'
import { useChord } from '../../keys/index.ts'
import { offsetWord, priceText } from './ticket-words.ts'
import type { TicketSide } from './ticket-view.ts'

interface SideButtonProps {
  readonly instrument: Instrument
  readonly side: TicketSide
  /** Whether the preview is of this side. */
  readonly shown: boolean
  readonly onShow: () => void
  readonly onSend: () => void
}

/** Letters for which the button has no room at their usual size. */
const LONG = 16

/** Sends one side; says at which price, what it does, or why it is off. */
export function SideButton(props: SideButtonProps): ReactElement {
  const { instrument, side, shown, onShow, onSend } = props
  const t = useWords()
  const chord = useChord(side.side)
  const { preview, off, offShort, wish } = side
  const price = priceText(t, priceFormat(instrument), preview)
  const lots = Number.isNaN(wish.volume) ? '–' : wish.volume
  const words = t(side.side === 'buy' ? 'ticket.buy-at' : 'ticket.sell-at', { lots, price })
  return (
    <button
      type="button"
      className={`ticket-side ticket-side-${side.side} ${shown ? 'ticket-side-shown' : ''}`}
      aria-disabled={off !== ''}
      title={off === '' ? undefined : off}
      onPointerEnter={onShow}
      onFocus={onShow}
      onClick={onSend}
      // Held down it would repeat: one press, one order.
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault()
      }}
    >
      <b className={words.length > LONG ? 'ticket-side-long' : ''}>{words}</b>
      <small>
        <span>{off === '' ? <Effect instrument={instrument} side={side} /> : `✕ ${offShort}`}</span>
        {off === '' && <kbd>{chord}</kbd>}
      </small>
    </button>
  )
}

function Effect({ instrument, side: { side, preview, wish } }: Omit<EffectProps, 'shown'>) {
  const t = useWords()
  const offset = offsetWord(t, preview.offset, instrument)
  if (preview.offset !== 'open') {
    const covers = t('ticket.covers', { lots: wish.volume })
    return (
      <>
        {offset}
        <span className="ticket-side-offset"> · {covers}</span>
      </>
    )
  }
  if (!preview.after.known) return offset
  const long = side === 'buy'
  const lots = long ? preview.before.long : preview.before.short
  const before = t(long ? 'ticket.long' : 'ticket.short', { lots })
  const after = long ? preview.after.value.long : preview.after.value.short
  return (
    <>
      <span className="ticket-side-offset">{offset} · </span>
      {t('ticket.goes', { before, after })}
    </>
  )
}

type EffectProps = Pick<SideButtonProps, 'instrument' | 'side' | 'shown'>
