import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { contentOf, replaceFile } from '../../../adapters/instance/durable-file.ts'
import type { KeyRing } from '../../../adapters/process/endpoint.ts'
import { isRecord } from '../../../adapters/process/shape.ts'
import type { Doors } from '../../../core/contracts/worker-spec.ts'
import type { DoorPlan } from './doors.ts'
import { ANSWERS } from './doors.ts'

const KEYS = 'keys.json'
const DOORS = 'doors.json'
const HOST = '127.0.0.1'

/**
 * Doors on loopback with CURVE keys, where the system has no sockets in folders. Ports and keys
 * are kept in the runtime folder while workers live there, so that a new main finds them; both
 * files are this user's alone. Throws what the disk and the network throw.
 *
 * @param living whether workers of an earlier main still use them.
 */
export async function tcpDoors(
  folder: string,
  names: readonly string[],
  living: boolean,
): Promise<DoorPlan> {
  const keys = join(folder, KEYS)
  const places = join(folder, DOORS)
  const known = living ? recordIn<Doors>(places) : {}
  const missing = names.filter((name) => known[name] === undefined)
  const ports = await freePorts(missing.length * 3)
  const at = (index: number): string => `tcp://${HOST}:${ports[index]}`
  const added = missing.map((name, index): [string, Doors] => {
    const answer = name === ANSWERS ? { answer: at(index * 3 + 2) } : {}
    return [name, { publish: at(index * 3), collect: at(index * 3 + 1), ...answer }]
  })
  const all = { ...known, ...Object.fromEntries(added) }
  const ring: KeyRing = {
    ...(await newKeys([...names, 'main'])),
    ...(living ? recordIn(keys) : {}),
  }
  replaceFile(keys, JSON.stringify(ring))
  replaceFile(places, JSON.stringify(all))
  return { doors: new Map(names.map((name) => [name, all[name]!])), keys: { file: keys } }
}

/** The library is loaded where it is needed: one process alone does without. */
async function newKeys(names: readonly string[]): Promise<KeyRing> {
  const { createCurveKeys } = await import('../../../adapters/bus/index.ts')
  return Object.fromEntries(
    names.map((name) => {
      const { publicKey, secretKey } = createCurveKeys()
      return [name, { public: publicKey, secret: secretKey }]
    }),
  )
}

/** What an earlier main wrote; nothing where there is none. */
function recordIn<Value>(path: string): Readonly<Record<string, Value>> {
  const text = contentOf(path)
  const value: unknown = text === undefined ? {} : JSON.parse(text)
  return isRecord(value) ? (value as Record<string, Value>) : {}
}

/**
 * Ports that nobody listens on now. All are held until the last is known, so that none is twice.
 */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listening()))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

function listening(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, HOST, () => resolve(server))
  })
}
