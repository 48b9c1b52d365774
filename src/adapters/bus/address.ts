import { isAbsolute } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'

/** A socket's name has 104 to 108 bytes, by system; what is left serves temporary names. */
const LONGEST_PATH = 89
const HIGHEST_PORT = 65_535

const IPC = 'ipc://'
const TCP = 'tcp://'

/** What is wrong with the form of an address, if anything: `bus.address`. Asks no disk. */
export function endpointFailure(address: string): Failure | undefined {
  const path = pathOf(address)
  if (path !== undefined) return pathFailure(path)
  if (address.startsWith(TCP)) return hostFailure(address)
  return explained('bus.address/form', { address })
}

/** The path of an ipc address; of another one undefined. */
export function pathOf(address: string): string | undefined {
  return address.startsWith(IPC) ? address.slice(IPC.length) : undefined
}

function pathFailure(path: string): Failure | undefined {
  if (!isAbsolute(path) || path.includes('\0')) return explained('bus.address/relative', { path })
  const bytes = Buffer.byteLength(path)
  if (bytes <= LONGEST_PATH) return undefined
  return explained('bus.address/long', { path, bytes, most: LONGEST_PATH })
}

function hostFailure(address: string): Failure | undefined {
  const port = Number(/^tcp:\/\/[\w.-]+:(\d{1,5})$/.exec(address)?.[1])
  if (port >= 1 && port <= HIGHEST_PORT) return undefined
  return explained('bus.address/host', { address, most: HIGHEST_PORT })
}
