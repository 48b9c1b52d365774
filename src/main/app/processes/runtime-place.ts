import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Mode } from '../../../core/contracts/index.ts'

/** What the place of sockets depends on; a test gives its own. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The system's folder for what need not last. */
  readonly temporary: string
  /** Undefined where users have no numbers. */
  readonly user: number | undefined
}

/** What makes two starts one instance: its account, or its one run. */
export interface Identity {
  /** Real path of the data folder. */
  readonly data: string
  readonly mode: Mode
  readonly profile: string
  readonly runId: string
}

/** A path of a socket has few bytes: ten digits tell a million instances apart. */
const DIGITS = 10

/** The folder of one instance's sockets, inside a base that this user alone can enter. */
export function runtimeFolder(base: string, { data, mode, profile, runId }: Identity): string {
  const text = JSON.stringify([data, mode, profile, runId])
  return join(base, createHash('sha256').update(text).digest('hex').slice(0, DIGITS))
}

/**
 * The system's place for folders of sockets: `$XDG_RUNTIME_DIR/ghtrader` where that is this
 * user's own, else `ghtrader-<user>` among the temporary files. macOS has a folder of its own for
 * those, whose path is too long for a socket.
 */
export function runtimeBase({ platform, environment, temporary, user }: Machine): string {
  const runtime = environment['XDG_RUNTIME_DIR'] ?? ''
  if (platform !== 'win32' && runtime.startsWith('/') && isOwned(runtime, user)) {
    return join(runtime, 'ghtrader')
  }
  const name = user === undefined ? 'ghtrader' : `ghtrader-${user}`
  return join(platform === 'darwin' ? '/tmp' : temporary, name)
}

function isOwned(path: string, user: number | undefined): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === user
}
