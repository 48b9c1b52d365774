import type { Station } from '../../../adapters/station/index.ts'
import type { Feed } from '../feed/index.ts'
import { openQuestions } from '../questions/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import type { Router } from '../router/index.ts'
import { personOf } from '../router/index.ts'
import { openSelf } from '../self/index.ts'
import type { WindowHost } from '../windows/index.ts'
import { WindowBook } from '../windows/index.ts'

export interface WindowsParts extends Pick<WindowHost, 'restart'> {
  readonly station: Station
  readonly opened: OpenedReplica
  readonly feed: Feed
  readonly router: Router
  /** The user of this machine. */
  readonly user: string
  /** Of this process. */
  readonly pid: number
  /** How often each worker was started again, by its name. */
  readonly restarts: () => Readonly<Record<string, number>>
}

/** Readies main for windows, whatever carries their lines. */
export function openWindows(parts: WindowsParts): WindowHost {
  const { station, opened, feed, router, user, pid, restart, restarts } = parts
  const book = new WindowBook()
  const questions = openQuestions(station, opened.replica)
  openSelf({ station, opened, feed, book, pid, restarts })
  return {
    feed,
    book,
    route: (name, body) => router.route(name, body),
    ask: (question) => questions.ask(question),
    restart: (name, person) => restart(name, personOf(user, person)),
    log: station.log,
    now: () => station.clock.monotonic() / 1000,
  }
}
