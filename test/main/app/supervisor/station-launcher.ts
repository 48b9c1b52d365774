import type { MemoryHub } from '../../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../../src/adapters/process/index.ts'
import type { Registration } from '../../../../src/adapters/process/registration.ts'
import { specDigest } from '../../../../src/adapters/process/registration.ts'
import { openStation } from '../../../../src/adapters/station/index.ts'
import type { Station, Surroundings } from '../../../../src/adapters/station/index.ts'
import type { ServiceCommand, SnapshotFact } from '../../../../src/core/contracts/index.ts'
import type { WorkerSpec } from '../../../../src/core/contracts/worker-spec.ts'
import type { Epoch } from '../../../../src/core/domain/index.ts'
import type { Exit, Launched, Launcher, LivingProcess } from '../../../../src/core/ports/index.ts'

interface Process {
  readonly spec: WorkerSpec
  readonly launched: Launched
}

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** What a test brings besides a bus. */
export function surroundingsOn(hub: MemoryHub, pid: number): Surroundings {
  return {
    bus: hub.bus(),
    clock: SYSTEM_CLOCK,
    log: SILENT,
    pid,
    endpoint: (_, __, address) => ({ address }),
  }
}

/** Workers that are stations on a network in memory: they beat, hear, and leave when asked. */
export class StationLauncher implements Launcher {
  readonly processes = new Map<number, Process>()
  /** Every command that any of them heard, with its name. */
  readonly heard: { readonly name: string; readonly command: ServiceCommand }[] = []
  /** Names in the order in which they left. */
  readonly left: string[] = []
  /** Workers of these names refuse to start. */
  readonly refusing = new Set<string>()
  /** What a worker does besides beating, once it is up. */
  play: (spec: WorkerSpec, station: Station) => void = () => undefined
  /** What a worker answers whoever asks how things stand. */
  standing: (spec: WorkerSpec) => SnapshotFact['facts'] = () => []
  readonly hub: MemoryHub
  #pids = 1000

  constructor(hub: MemoryHub) {
    this.hub = hub
  }

  launch = (spec: WorkerSpec): Launched => {
    const pid = ++this.#pids
    let end: (exit: Exit) => void = () => undefined
    const exited = new Promise<Exit>((resolve) => {
      end = (exit) => {
        if (this.processes.delete(pid)) this.left.push(spec.name)
        resolve(exit)
      }
    })
    const around = surroundingsOn(this.hub, pid)
    const kill: Launched['kill'] = (signal) => {
      void around.bus.close()
      end({ code: null, signal })
    }
    const launched = { pid, exited, kill }
    this.processes.set(pid, { spec, launched })
    if (this.refusing.has(spec.name)) queueMicrotask(() => end({ code: 2, signal: null }))
    else void this.#run(spec, around, end)
    return launched
  }

  adopt = ({ pid }: LivingProcess): Launched => {
    const found = this.processes.get(pid)
    if (found === undefined) throw new Error(`${pid} does not live`)
    return found.launched
  }

  lastLines = (spec: WorkerSpec): readonly string[] => [
    '2026-01-01T00:00:00.000Z info  gateway: opening',
    `the books of ${spec.name} are gone: put them back [journal.open]`,
  ]

  registered = (): readonly Registration[] =>
    [...this.processes].map(([pid, { spec }]) => {
      const { name, version } = spec
      return { pid, born: '', name, version, digest: specDigest(spec) }
    })

  pidOf(name: string): number | undefined {
    return [...this.processes].find(([, { spec }]) => spec.name === name)?.[0]
  }

  async #run(spec: WorkerSpec, around: Surroundings, end: (exit: Exit) => void): Promise<void> {
    const opened = await openStation(spec, 1 as Epoch, around)
    if (!opened.ok) return end({ code: 2, signal: null })
    const { station, onMessage } = opened.value
    onMessage((message) => {
      if (message.kind !== 'command') return
      const { command } = message
      if (command.kind === 'SnapshotRequest') {
        return station.writer.snapshot(command.sender, this.standing(spec))
      }
      this.heard.push({ name: spec.name, command: command as ServiceCommand })
    })
    station.heart.isReady()
    this.play(spec, station)
    end({ code: await station.ended, signal: null })
  }
}
