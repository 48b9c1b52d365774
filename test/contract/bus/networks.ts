import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { BusLimits } from '../../../src/adapters/bus/index.ts'
import {
  createCurveKeys,
  createMemoryHub,
  createZeromqBus,
} from '../../../src/adapters/bus/index.ts'
import type { Bus, Endpoint } from '../../../src/core/ports/index.ts'
import type { Peer } from './peer.ts'
import { startInMemory, startProcess } from './peer.ts'
import type { Role } from './role.ts'

/** One address, as whoever binds it knows it, and as whoever connects. */
export interface Place {
  readonly binder: Endpoint
  readonly connector: Endpoint
}

/** Buses of this process, processes beside it, and places where they meet. */
export interface Network {
  readonly bus: () => Bus
  readonly place: () => Promise<Place>
  readonly peer: (role: Role, endpoint: Endpoint) => Promise<Peer>
}

/** Networks that the whole suite runs over; everything on them is gone when a test ends. */
export const NETWORKS = [
  { name: 'memory', network: inMemory },
  {
    name: 'zeromq over ipc',
    network: (limits?: Partial<BusLimits>) => zeromq(ipcPlaces(), limits),
  },
  {
    name: 'zeromq over tcp with keys',
    network: (limits?: Partial<BusLimits>) => zeromq(tcpPlace, limits),
  },
]

function inMemory(limits: Partial<BusLimits> = {}): Network {
  const hub = createMemoryHub(limits)
  let places = 0
  return {
    bus: () => closedAtEnd(hub.bus()),
    place: () => {
      const address = `place-${places++}`
      return Promise.resolve({ binder: { address }, connector: { address } })
    },
    peer: (role, endpoint) => endedAtEnd(startInMemory(hub, { role, endpoint, limits })),
  }
}

function zeromq(place: () => Promise<Place>, limits: Partial<BusLimits> = {}): Network {
  return {
    bus: () => closedAtEnd(createZeromqBus(limits)),
    place,
    peer: (role, endpoint) => endedAtEnd(startProcess({ role, endpoint, limits })),
  }
}

function ipcPlaces(): () => Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'bus-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  let places = 0
  return () => {
    const address = `ipc://${join(folder, String(places++))}`
    return Promise.resolve({ binder: { address }, connector: { address } })
  }
}

export async function tcpPlace(): Promise<Place> {
  const address = `tcp://127.0.0.1:${await freePort()}`
  const [server, client] = [createCurveKeys(), createCurveKeys()]
  return {
    binder: {
      address,
      keys: { kind: 'binder', secretKey: server.secretKey, allowed: [client.publicKey] },
    },
    connector: {
      address,
      keys: { kind: 'connector', ...client, serverKey: server.publicKey },
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a port was to be free')
  return address.port
}

function closedAtEnd(bus: Bus): Bus {
  onTestFinished(() => bus.close())
  return bus
}

async function endedAtEnd(starting: Promise<Peer>): Promise<Peer> {
  const peer = await starting
  onTestFinished(() => peer.kill())
  return peer
}
