import type { Station } from '../../src/adapters/station/index.ts'
import type { VenueRequest } from '../../src/core/contracts/index.ts'
import type { Epoch, OrderId } from '../../src/core/domain/index.ts'

/** All that may ever leave through it: nothing of it can make an order or log anybody in. */
export type CancelOnlyRequest = Extract<VenueRequest, { kind: 'fence' | 'ledger' | 'cancel' }>

/** A venue as somebody sees it who may end orders and make none. */
export interface CancelOnlyVenue {
  /** Shuts out every epoch before this one. */
  fence(epoch: Epoch): void
  /** Asks what works; the answer comes as a report. */
  askLedger(): void
  cancel(order: OrderId, epoch: Epoch): void
}

/** The exchange's door for requests, with nothing but cancels behind it. */
export function cancelOnlyVenue(station: Station, exchange: string): CancelOnlyVenue {
  const pusher = station.push(exchange)
  const send = (request: CancelOnlyRequest): void => {
    // One that nobody takes is asked again, as one whose answer does not come.
    void pusher.send(station.codec.encodeRequest(request, station.epoch))
  }
  return {
    fence: (epoch) => send({ kind: 'fence', epoch }),
    askLedger: () => send({ kind: 'ledger' }),
    cancel: (order, epoch) => send({ kind: 'cancel', epoch, order }),
  }
}
