import { Redis } from 'ioredis'
import type { Failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { HotStatus } from '../../core/ports/index.ts'
import type { RedisAddress } from './redis-address.ts'
import { closedFailure, redisFailure, slowFailure } from './redis-failure.ts'

/**
 * A connection that comes back by itself, and questions that end in time whatever becomes of it.
 */
export interface RedisLine {
  /**
   * Connects when need be, does the work, and gives up at the deadline; rejections are failures.
   */
  ask<Value>(work: (redis: Redis) => Promise<Value>): Promise<Result<Value, Failure>>
  status(): HotStatus
  close(): void
}

/** Between two attempts to connect, in ms. */
const LONGEST_PAUSE = 2000

export function openRedisLine(address: RedisAddress, deadlineMs: number): RedisLine {
  let pauses = 0
  const redis = connectionTo(address, deadlineMs, () => Math.min(50 * 2 ** pauses++, LONGEST_PAUSE))
  /** Why the line is not up; nothing is known yet while it is being made. */
  let fault: Failure | undefined
  let isUp = false
  let isClosed = false
  let lastError: Failure | undefined
  let latencyMs = Number.NaN
  const waiting = new Set<() => void>()

  function changed(): void {
    for (const wake of waiting) wake()
    waiting.clear()
  }

  function drop(reason: Failure): void {
    fault = reason
    isUp = false
    redis.stream?.destroy()
    changed()
  }

  redis.on('connect', () => {
    fault = undefined
  })
  redis.on('error', (error) => {
    fault = redisFailure(error, address)
    changed()
  })
  redis.on('ready', () => {
    // A database that was refused leaves the library in another one, and content.
    if (fault !== undefined) return drop(fault)
    isUp = true
    pauses = 0
    changed()
  })
  redis.on('close', () => {
    isUp = false
    fault ??= redisFailure(new Error(''), address)
    changed()
  })

  /** Resolves to why it is not up, as soon as that is known. */
  async function untilUp(): Promise<Failure | undefined> {
    if (redis.status === 'wait') redis.connect().catch(() => {})
    while (!isUp) {
      if (isClosed) return closedFailure(address)
      if (fault !== undefined) return fault
      await new Promise<void>((resolve) => waiting.add(resolve))
    }
    return undefined
  }

  async function attempt<Value>(
    work: (redis: Redis) => Promise<Value>,
  ): Promise<Result<Value, Failure>> {
    const reason = await untilUp()
    if (reason !== undefined) return failed(reason)
    try {
      return ok(await work(redis))
    } catch (error) {
      const isRefusal = error instanceof Error && /^(Reply|Syntax)Error$/.test(error.name)
      return failed((isRefusal ? undefined : fault) ?? redisFailure(error, address))
    }
  }

  async function ask<Value>(
    work: (redis: Redis) => Promise<Value>,
  ): Promise<Result<Value, Failure>> {
    if (isClosed) return failed(closedFailure(address))
    const begun = performance.now()
    const deadline = startDeadline(deadlineMs)
    const answer = await Promise.race([attempt(work), deadline.passed])
    deadline.cancel()
    if (answer === LATE) {
      // What was sent may hang in the line; another one is not behind it.
      drop(slowFailure(address))
      lastError = slowFailure(address)
      return failed(lastError)
    }
    lastError = answer.ok ? undefined : answer.error
    if (answer.ok) latencyMs = performance.now() - begun
    return answer
  }

  return {
    ask,
    status: () => ({
      isConnected: isUp,
      lastError: isClosed ? closedFailure(address) : lastError,
      latencyMs,
    }),
    close: () => {
      isClosed = true
      redis.disconnect()
      drop(closedFailure(address))
    },
  }
}

function connectionTo(
  address: RedisAddress,
  deadlineMs: number,
  retryStrategy: () => number,
): Redis {
  const { host, port, username, password, database, isEncrypted } = address
  return new Redis({
    host,
    port,
    db: database,
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
    ...(isEncrypted ? { tls: {} } : {}),
    protocol: 2,
    connectionName: 'ghtrader',
    disableClientInfo: true,
    lazyConnect: true,
    connectTimeout: deadlineMs,
    disconnectTimeout: 100,
    // Nothing is kept for later or sent twice: whoever asked hears of it and decides.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy,
  })
}

const LATE = Symbol('late')

/** Passes one turn of the loop late, so that an answer that is already there is not overlooked. */
function startDeadline(milliseconds: number): {
  readonly passed: Promise<typeof LATE>
  cancel(): void
} {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => setImmediate(resolve, LATE), milliseconds)
  })
  return { passed, cancel: () => clearTimeout(timer) }
}
