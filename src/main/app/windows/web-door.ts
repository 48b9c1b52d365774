import { createHash } from 'node:crypto'
import type { Station } from '../../../adapters/station/index.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { ok } from '../../../core/domain/index.ts'
import { openWeb, readPages } from '../web/index.ts'
import { attachWindow } from './attach-window.ts'
import { webSocketLine } from './web-socket-line.ts'
import type { WindowHost } from './window-host.ts'

export interface WebDoorParts {
  readonly station: Station
  readonly windows: WindowHost
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
export async function openWebDoor(parts: WebDoorParts): Promise<Result<WebDoor, Failure>> {
  const { station, windows, port, page, wall } = parts
  const { runtime } = station.spec
  const opened = await openWeb({
    port,
    instance: createHash('sha256').update(runtime).digest('hex').slice(0, 8),
    runtime,
    pages: readPages(page),
    onWindow: (socket, since) => attachWindow(webSocketLine(socket), since, windows),
    log: station.log,
    now: wall,
  })
  if (!opened.ok) return opened
  const web = opened.value
  return ok({ link: () => web.link(), close: () => web.close() })
}
