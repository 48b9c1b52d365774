import type { Socket } from 'zeromq'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Endpoint } from '../../../core/ports/index.ts'
import { errorCode } from '../../instance/durable-file.ts'
import { endpointFailure, pathOf } from '../address.ts'
import { claimPath } from './claim.ts'
import { openGate } from './gatekeeper.ts'
import { keysOf } from './keys.ts'
import { closed } from './life.ts'
import { TCP_OPTIONS } from './line.ts'

/** A socket that is bound, and how to give its address back. */
export interface Bound<Bindable> {
  readonly socket: Bindable
  close(): Promise<void>
}

/** What protects an address: its folder and a lock, or the keys of its peers. */
interface Protection {
  readonly options: Partial<Socket>
  readonly release: () => Promise<void>
}

/** Binds a new socket. Fails with `bus.address`, `bus.keys` or `bus.taken`, and leaves nothing. */
export async function bindSocket<Bindable extends Socket>(
  endpoint: Endpoint,
  create: () => Bindable,
): Promise<Result<Bound<Bindable>, Failure>> {
  const { address } = endpoint
  const protection = await protect(endpoint)
  if (!protection.ok) return protection
  const { options, release } = protection.value
  const socket = create()
  const close = async (): Promise<void> => {
    await closed(socket)
    await release()
  }
  try {
    Object.assign(socket, options)
    // At once, not in another thread: a socket under way could not be closed.
    socket.bindSync(address)
    return ok({ socket, close })
  } catch (error) {
    await close()
    return failed(bindFailure(address, error))
  }
}

async function protect(endpoint: Endpoint): Promise<Result<Protection, Failure>> {
  const { address } = endpoint
  const problem = endpointFailure(address)
  if (problem !== undefined) return failed(problem)
  const path = pathOf(address)
  if (path !== undefined) {
    const claim = claimPath(path)
    return claim.ok ? ok({ options: {}, release: claim.value.release }) : claim
  }
  const keys = keysOf(endpoint, 'binder')
  if (!keys.ok) return keys
  const { domain, release } = await openGate(keys.value.allowed)
  const curve = { curveServer: true, curveSecretKey: keys.value.secretKey }
  const judged = { zapDomain: domain, zapEnforceDomain: true }
  return ok({ options: { ...TCP_OPTIONS, ...curve, ...judged }, release })
}

function bindFailure(address: string, error: unknown): Failure {
  if (errorCode(error) === 'EADDRINUSE') return explained('bus.taken/port', { address })
  const said = error instanceof Error ? error.message : String(error)
  return explained('bus.address/bind', { address, said })
}
