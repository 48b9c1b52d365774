import type { Station } from '../../../adapters/station/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import { Router } from './router.ts'

const LOOK_EVERY = 50
const NOTHING = (): void => undefined

/** @param user the user of this machine. */
export function openRouter(
  station: Station,
  { replica, listen }: OpenedReplica,
  user: string,
): Router {
  const router = new Router({ station, replica, user })
  listen({
    quote: NOTHING,
    latest: NOTHING,
    ordered: (_, fact) => {
      if (fact.kind === 'ack') router.acknowledged(fact)
    },
    standing: NOTHING,
    anew: NOTHING,
  })
  station.every(LOOK_EVERY, () => router.look())
  return router
}
