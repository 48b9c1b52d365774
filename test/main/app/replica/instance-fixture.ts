import { onTestFinished } from 'vitest'
import type { MemoryBus, MemoryHub } from '../../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../../src/adapters/process/clock.ts'
import { openStation } from '../../../../src/adapters/station/open-station.ts'
import type { Surroundings } from '../../../../src/adapters/station/station.ts'
import { Station } from '../../../../src/adapters/station/station.ts'
import { createCodec } from '../../../../src/core/contracts/codec.ts'
import type { Command, Fact, Mode, ServiceCommand } from '../../../../src/core/contracts/index.ts'
import type { Doors, SpecHead } from '../../../../src/core/contracts/worker-spec.ts'
import type { Epoch, Micros } from '../../../../src/core/domain/index.ts'
import type { Log } from '../../../../src/core/ports/index.ts'
import type { Replica } from '../../../../src/core/replica/index.ts'
import { openingOf } from '../../../../src/core/replica/index.ts'
import { headFixture } from '../../../adapters/process/head-fixture.ts'
import type { Said } from '../../../core/replica/account-story.ts'
import { SOURCES } from '../../../core/replica/account-story.ts'
import { hear, replicaFixture } from '../../../core/replica/replica-fixture.ts'
import { opened } from '../../../contract/bus/role.ts'

/** Milliseconds without a beat that count as silence here: more than one beat. */
export const SILENCE = 600

const QUIET: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Processes of an instance that are none, on a network in memory. */
export class InstanceFixture {
  readonly hub: MemoryHub
  /** Main's own line to the others. */
  readonly mainBus: MemoryBus
  readonly #mode: Mode

  constructor(mode: Mode = 'simulated', factsWaiting?: number) {
    this.#mode = mode
    this.hub = createMemoryHub(factsWaiting === undefined ? {} : { facts: factsWaiting })
    this.mainBus = this.hub.bus()
  }

  /** Main's own place: it binds nothing. */
  main(): Station {
    const station = new Station({
      ...this.#surroundings(this.mainBus),
      spec: this.#spec('main'),
      epoch: 5 as Epoch,
      codec: createCodec([]),
      publish: () => undefined,
    })
    onTestFinished(() => station.quit('the test ends'))
    return station
  }

  worker(name: string, epoch = 1): Promise<WorkerFixture> {
    const bus = this.hub.bus()
    return WorkerFixture.open(this.#spec(name), epoch, this.#surroundings(bus), bus)
  }

  #spec(name: string): SpecHead {
    const doors = (of: string): Doors => ({ publish: `${of}.facts`, collect: `${of}.commands` })
    return headFixture(name, {
      mode: this.#mode,
      doors: doors(name),
      peers: Object.fromEntries(SOURCES.map((source) => [source.name, doors(source.name)])),
      silenceMs: SILENCE,
    })
  }

  #surroundings(bus: MemoryBus): Surroundings {
    const endpoint = (_: SpecHead, _name: string, address: string) => ({ address })
    return { bus, clock: SYSTEM_CLOCK, log: QUIET, pid: process.pid, endpoint }
  }
}

/** A worker that says what it is told to, answers who asks how things stand, and keeps commands. */
export class WorkerFixture {
  /** What it knows is what it said. */
  readonly replica: Replica = replicaFixture()
  readonly commands: (Command | ServiceCommand)[] = []
  readonly station: Station
  /** Whether it tells who asks how things stand. */
  answers = true
  /** Called for every command, after it was kept. */
  onCommand: (command: Command | ServiceCommand) => void = () => undefined
  readonly #bus: MemoryBus

  static async open(
    spec: SpecHead,
    epoch: number,
    surroundings: Surroundings,
    bus: MemoryBus,
  ): Promise<WorkerFixture> {
    const opening = opened(await openStation(spec, epoch as Epoch, surroundings))
    const worker = new WorkerFixture(opening.station, bus)
    opening.onMessage((message) => {
      if (message.kind !== 'command') return
      const { command } = message
      if (command.kind === 'SnapshotRequest') {
        if (worker.answers) opening.station.writer.snapshot(command.sender, worker.#standing())
        return
      }
      worker.commands.push(command)
      worker.onCommand(command)
    })
    return worker
  }

  private constructor(station: Station, bus: MemoryBus) {
    this.station = station
    this.#bus = bus
    onTestFinished(() => station.quit('the test ends'))
  }

  say(...facts: readonly Fact[]): void {
    for (const fact of facts) {
      hear(this.replica, { source: this.station.spec.name, fact }, 0 as Micros)
      if (fact.kind === 'quote') this.station.writer.quote(fact)
      else this.station.writer.publish(fact)
    }
    this.station.flushSoon()
  }

  /** Of what a story tells, its own part. */
  tell(said: readonly Said[]): void {
    const own = said.filter(({ source }) => source === this.station.spec.name)
    this.say(...own.flatMap(({ fact }) => (fact.kind === 'beat' ? [] : [fact])))
  }

  /** It is gone, as after a kill. */
  async die(): Promise<void> {
    await this.#bus.close()
    await this.station.quit('killed')
  }

  #standing() {
    const { facts, latest, quotes } = openingOf(this.replica, () => true)
    const own = [...facts, ...latest].flatMap(({ source, fact }) =>
      source === this.station.spec.name ? [fact] : [],
    )
    const isGateway = this.station.spec.name === 'gateway'
    return [...own.filter(({ kind }) => kind !== 'beat'), ...(isGateway ? quotes : [])]
  }
}
