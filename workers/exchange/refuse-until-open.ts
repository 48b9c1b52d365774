import type { Station } from '../../src/adapters/station/index.ts'
import type { VenueRequest } from '../../src/core/contracts/index.ts'
import { saying, sayingText } from '../../src/core/contracts/index.ts'
import type { Message } from '../../src/core/contracts/message.ts'
import type { Micros } from '../../src/core/domain/index.ts'

/**
 * Refuses what is asked of an exchange that knows no market yet. Only a reset has an answer that
 * changes no books; of all others it says once that it does not take them, and they are asked
 * again, or after, once it is open.
 *
 * @param gateway that it waits for.
 * @param at session time of the books' last record.
 */
export function refuseUntilOpen(
  station: Station,
  gateway: string,
  at: Micros,
): (message: Message) => void {
  const refused = new Set<VenueRequest['kind']>()
  return (message) => {
    if (message.kind !== 'request') return
    const { request } = message
    const what = saying('exchange.not-open', { request: request.kind, gateway })
    if (request.kind === 'reset') {
      const { command } = request
      const code = 'venue.disconnected'
      const report = {
        kind: 'reset-refused',
        at,
        command,
        code,
        message: sayingText(what),
      } as const
      station.send(station.codec.encodeReport(report, station.epoch))
    }
    if (refused.has(request.kind)) return
    refused.add(request.kind)
    station.writer.publish({ kind: 'health', at, ok: false, saying: what })
    station.flushSoon()
  }
}
