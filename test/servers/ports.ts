import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Server } from 'node:net'

/**
 * Below those that systems give to whoever connects: a server that starts again would find its
 * port taken by a stranger's line.
 */
const [LOWEST, HIGHEST] = [20_000, 32_000]

/** Ports of 127.0.0.1 that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const held = new Map<number, Server>()
  while (held.size < count) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    const server = held.has(port) ? undefined : await listening(port)
    if (server !== undefined) held.set(port, server)
  }
  await Promise.all(
    [...held.values()].map((server) => new Promise<void>((done) => server.close(() => done()))),
  )
  return [...held.keys()]
}

/** Undefined where the port is taken. */
async function listening(port: number): Promise<Server | undefined> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return server
  } catch {
    return undefined
  }
}

/** Starts on free ports, and on others when somebody was quicker to take one of them. */
export async function onFreePorts<Started>(
  count: number,
  start: (ports: readonly number[]) => Promise<Started>,
): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(await freePorts(count))
    } catch (error) {
      const isTaken = error instanceof Error && TAKEN.test(error.message)
      if (!isTaken || attempt === 3) throw error
    }
  }
}

/** What Redis and QuestDB say as they leave. */
const TAKEN = /address already in use|could not bind/i
