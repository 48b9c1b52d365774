import process from 'node:process'
import { createZeromqBus } from '../bus/index.ts'
import { SYSTEM_CLOCK, lineLog, readWorkerSpec } from '../process/index.ts'
import { endpointOf } from '../process/endpoint.ts'
import { register } from '../process/registration.ts'
import type { Failure } from '../../core/contracts/index.ts'
import type { SpecOf, WorkerKind } from '../../core/contracts/worker-spec.ts'
import type { Result } from '../../core/domain/index.ts'
import type { Station, Surroundings } from './station.ts'
import { tellLoopDelay } from './loop-delay.ts'
import { tellUsage } from './usage.ts'

/** Exit code of a worker that could not start as told. */
export const REFUSED_TO_START = 2

/** Begins a worker's work; fails before anything was sent. */
export type StartWorker<Kind extends WorkerKind> = (
  spec: SpecOf<Kind>,
  surroundings: Surroundings,
) => Promise<Result<Station, Failure>>

/**
 * What the entry of every worker does: reads its one argument, starts it, registers it in the
 * runtime folder, and ends it on a signal. Neither the parent's port nor its messages are used, so
 * that the same bundle runs under both hosts and by hand.
 */
export async function runWorker<Kind extends WorkerKind>(
  worker: Kind,
  start: StartWorker<Kind>,
): Promise<void> {
  const say = (line: string): void => void process.stderr.write(line)
  const spec = readWorkerSpec(worker, process.argv.slice(2))
  if (!spec.ok) return refuse(spec.error, say)
  const log = lineLog(spec.value.name, say)
  // A rejection that nobody handles would not end a utility process; here it ends every one.
  process.on('uncaughtException', (error) => {
    log.error(`crashed: ${error.stack ?? String(error)}`)
    process.exit(1)
  })
  process.on('unhandledRejection', (reason) => {
    log.error(`crashed: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}`)
    process.exit(1)
  })
  const bus = createZeromqBus()
  const surroundings: Surroundings = {
    bus,
    clock: SYSTEM_CLOCK,
    log,
    pid: process.pid,
    endpoint: endpointOf,
  }
  const started = await start(spec.value, surroundings)
  if (!started.ok) {
    await bus.close()
    return refuse(started.error, say)
  }
  const station = started.value
  tellUsage(station)
  tellLoopDelay(station)
  const unregister = register(spec.value)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => void station.quit(signal))
  }
  const code = await station.ended
  unregister()
  process.exit(code)
}

function refuse({ code, message }: Failure, say: (line: string) => void): void {
  say(`${message} [${code}]\n`)
  process.exitCode = REFUSED_TO_START
}
