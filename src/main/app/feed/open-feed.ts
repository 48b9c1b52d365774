import type { About } from '../../../core/contracts/window-frame.ts'
import type { Station } from '../../../adapters/station/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import { Feed } from './feed.ts'

/** Milliseconds of a paint at 60 a second. */
const PAINT = 16

/** Tells windows of the replica from now on. @param paint milliseconds between two frames. */
export function openFeed(
  station: Station,
  opened: OpenedReplica,
  about: About,
  paint = PAINT,
): Feed {
  const { mode, profile, runId, name } = station.spec
  const { epoch, codec, clock } = station
  const feed = new Feed({
    replica: opened.replica,
    codec,
    origin: { source: name, mode, profile, epoch },
    runId,
    about,
    now: () => clock.monotonic(),
  })
  opened.listen(feed)
  station.every(paint, () => feed.flush())
  return feed
}
