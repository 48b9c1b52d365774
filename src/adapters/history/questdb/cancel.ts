import { Socket } from 'node:net'
import type { PgPlace } from './settings.ts'

/** PostgreSQL's message that ends what another connection is doing. */
const CANCEL_REQUEST = 80_877_102
const LONGEST = 1_000

/**
 * Tells the server to stop the query of a connection, named by the process id and secret that the
 * server gave it. Resolves when the server has taken the message, or could not be reached: what
 * comes of it is seen on the other connection.
 */
export function cancelQuery(
  { host, port }: PgPlace,
  processId: number,
  secret: number,
): Promise<void> {
  const message = Buffer.alloc(16)
  message.writeInt32BE(16, 0)
  message.writeInt32BE(CANCEL_REQUEST, 4)
  message.writeInt32BE(processId, 8)
  message.writeInt32BE(secret, 12)
  return new Promise((resolve) => {
    const socket = new Socket()
    const end = (): void => {
      socket.destroy()
      resolve()
    }
    socket.setTimeout(LONGEST, end)
    socket.on('error', end)
    socket.on('close', end)
    socket.connect(port, host, () => socket.write(message))
  })
}
