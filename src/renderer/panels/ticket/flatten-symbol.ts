import type { CommandReply } from '../../../core/contracts/window.ts'
import { flatteningOf } from '../../../core/desk/flatten-symbol.ts'
import type { Instrument, InstrumentId } from '../../../core/domain/index.ts'
import { HAND } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import { deskModel } from '../../desk/index.ts'

/** How long the hand's cancels are waited for before its lots are closed. */
const CANCELS_WITHIN = 3_000

const underWay = deskModel(() => new Map<InstrumentId, Promise<CommandReply | undefined>>())

/**
 * Takes the hand out of one instrument: its orders back first, then its lots closed, one order
 * after the other. Each command is sent once; the first that is refused ends it. What is asked for
 * while it goes on is the same one: its lots are not closed twice.
 *
 * @returns the answer that ended it; undefined when all was sent.
 */
export function flattenSymbol(
  desk: Desk,
  instrument: Instrument,
): Promise<CommandReply | undefined> {
  const { id } = instrument
  const going = underWay(desk)
  const there = going.get(id)
  if (there !== undefined) return there
  const flattening = flatten(desk, instrument).finally(() => void going.delete(id))
  going.set(id, flattening)
  return flattening
}

async function flatten(desk: Desk, instrument: Instrument): Promise<CommandReply | undefined> {
  const { replica } = desk
  if (replica === undefined) return undefined
  for (const order of flatteningOf(replica.state, instrument).cancels) {
    void desk.commands.send('order.cancel', { order })
  }
  await cancelled(desk, instrument)
  // Another replica may have taken its place meanwhile.
  const state = desk.replica?.state
  if (state === undefined) return undefined
  const orderKind = instrument.orderKinds.includes('fak') ? 'fak' : 'limit'
  for (const { side, offset, limit, volume } of flatteningOf(state, instrument).orders) {
    const wish = { instrument: instrument.id, side, offset, orderKind, limit, volume } as const
    const reply = await desk.commands.send('order.submit', wish)
    if (reply.outcome !== 'accepted') return reply
  }
  return undefined
}

/** Until no order of the hand works any more, or for as long as that may take. */
function cancelled(desk: Desk, { id }: Instrument): Promise<void> {
  const done = (): boolean =>
    !(desk.replica?.state.working[id] ?? []).some(({ owner }) => owner === HAND)
  if (done()) return Promise.resolve()
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      unlisten()
      resolve()
    }
    const timer = setTimeout(end, CANCELS_WITHIN)
    const unlisten = desk.listen({
      onOpening: end,
      onFact: (_, fact) => {
        if (fact.kind === 'order' && done()) end()
      },
    })
  })
}
