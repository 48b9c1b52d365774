import { createHash } from 'node:crypto'
import type { Station } from '../../../adapters/station/index.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { CommandReply, OpenedRequest } from '../../../core/contracts/window.ts'
import { isWorkerCommand } from '../../../core/contracts/window.ts'
import type { Result } from '../../../core/domain/index.ts'
import { ok } from '../../../core/domain/index.ts'
import type { Feed } from '../feed/index.ts'
import type { Router } from '../router/index.ts'
import { openWeb, readPages } from '../web/index.ts'
import { attachWindow } from './web-window.ts'

export interface WindowsParts {
  readonly station: Station
  readonly feed: Feed
  readonly router: Router
  /** 0 for any free one. */
  readonly port: number
  /** Folder of the built page. */
  readonly page: string
  /** Milliseconds of the wall clock. */
  readonly wall: () => number
}

/** The door for windows and tools that come over HTTP. */
export interface WebDoor {
  /** A link that lets one browser in, once, within a minute. */
  readonly link: () => string
  readonly close: () => Promise<void>
}

/** Opens the page and its socket for this machine's browsers. Fails with `web.port`. */
export async function openWebDoor(parts: WindowsParts): Promise<Result<WebDoor, Failure>> {
  const { station, feed, router, port, page, wall } = parts
  const { runtime } = station.spec
  const host = {
    feed,
    route: (request: OpenedRequest): Promise<CommandReply> =>
      isWorkerCommand(request.name)
        ? router.route(request.name, request.body)
        : impossible(request),
    log: station.log,
    now: () => station.clock.monotonic() / 1000,
  }
  const opened = await openWeb({
    port,
    instance: createHash('sha256').update(runtime).digest('hex').slice(0, 8),
    runtime,
    pages: readPages(page),
    onWindow: (socket, since) => attachWindow(socket, since, host),
    log: station.log,
    now: wall,
  })
  if (!opened.ok) return opened
  const web = opened.value
  return ok({ link: () => web.link(), close: () => web.close() })
}

function impossible({ name }: OpenedRequest): never {
  throw new Error(`${name} is no worker's to do`)
}
