import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'

/**
 * Whether the port can be bound on 127.0.0.1 now.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/**
 * Who listens on a port of this machine, as `name (process 12)`; empty where that cannot be told:
 * on systems without `/proc`, and for processes of other users.
 *
 * @param {number} port
 */
export function ownerOf(port) {
  try {
    const sockets = new Set(['tcp', 'tcp6'].flatMap((table) => listeners(table, port)))
    if (sockets.size === 0) return ''
    const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holds(name, sockets))
    if (pid === undefined) return ''
    return `${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (process ${pid})`
  } catch {
    return ''
  }
}

/**
 * Numbers of the sockets that listen on the port. Source: proc(5), fields 2, 4 and 10; state 0A is
 * LISTEN.
 *
 * @param {string} table
 * @param {number} port
 */
function listeners(table, port) {
  return listenersIn(readFileSync(`/proc/net/${table}`, 'utf8'), port)
}

/**
 * @param {string} table text of `/proc/net/tcp`
 * @param {number} port
 * @returns {readonly string[]}
 */
export function listenersIn(table, port) {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => local.endsWith(ending) && state === '0A')
    .map((fields) => fields[9] ?? '')
}

/** @param {string} pid @param {ReadonlySet<string>} sockets */
function holds(pid, sockets) {
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).some((name) => {
      const target = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))
      return sockets.has(target?.[1] ?? '')
    })
  } catch {
    return false
  }
}
