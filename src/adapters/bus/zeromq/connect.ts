import type { Socket } from 'zeromq'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Endpoint } from '../../../core/ports/index.ts'
import { endpointFailure, pathOf } from '../address.ts'
import { folderFailure } from './claim.ts'
import { keysOf } from './keys.ts'
import type { Line, LineOptions } from './line.ts'
import { connectLine, TCP_OPTIONS } from './line.ts'

/** A socket that connects, and its line. */
export interface Connected<Connectable> {
  readonly socket: Connectable
  readonly line: Line
}

/**
 * Connects a new socket, whether or not somebody listens yet. Fails with `bus.address` or
 * `bus.keys`, and leaves nothing.
 */
export function connectSocket<Connectable extends Socket>(
  endpoint: Endpoint,
  create: () => Connectable,
  line: LineOptions,
): Result<Connected<Connectable>, Failure> {
  const { address } = endpoint
  const options = optionsOf(endpoint)
  if (!options.ok) return options
  const socket = create()
  try {
    Object.assign(socket, options.value)
    return ok({ socket, line: connectLine(socket, address, line) })
  } catch (error) {
    socket.close()
    const said = error instanceof Error ? error.message : String(error)
    return failed(explained('bus.address/connect', { address, said }))
  }
}

function optionsOf(endpoint: Endpoint): Result<Partial<Socket>, Failure> {
  const { address } = endpoint
  const problem = endpointFailure(address)
  if (problem !== undefined) return failed(problem)
  const path = pathOf(address)
  if (path !== undefined) {
    const folder = folderFailure(path)
    return folder === undefined ? ok({}) : failed(folder)
  }
  const keys = keysOf(endpoint, 'connector')
  if (!keys.ok) return keys
  const { publicKey, secretKey, serverKey } = keys.value
  const curve = {
    curvePublicKey: publicKey,
    curveSecretKey: secretKey,
    curveServerKey: serverKey,
  }
  return ok({ ...TCP_OPTIONS, ...curve })
}
