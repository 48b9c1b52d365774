import type { Disk } from '../../src/adapters/journal/disk.ts'
import type { Station, Surroundings } from '../../src/adapters/station/index.ts'
import { openStation } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import { joinGateway } from './join.ts'
import type { OpenLines } from './lines.ts'
import { exchangeLines, linesRefusal } from './lines.ts'
import { openPlace } from './place.ts'

/**
 * Takes the account or the run for this process alone, opens its doors, and begins to follow the
 * exchange.
 *
 * @param disk of its books; the operating system's, unless a test wants one that fails.
 * @param openLines to market and venue; the exchange's, unless something else is one of them.
 */
export async function startGateway(
  spec: GatewaySpec,
  surroundings: Surroundings,
  disk?: Disk,
  openLines: OpenLines = exchangeLines,
): Promise<Result<Station, Failure>> {
  const refusal = linesRefusal(spec, openLines)
  if (refusal !== undefined) return failed(refusal)
  const place = openPlace(spec, disk)
  if (!place.ok) return place
  const opened = await openStation(spec, place.value.instance.epoch, surroundings)
  if (!opened.ok) {
    place.value.close()
    return opened
  }
  const { station } = opened.value
  joinGateway(spec, place.value, opened.value, openLines)
  void station.ended.then(place.value.close)
  return ok(station)
}
