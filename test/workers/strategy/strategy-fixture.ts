import { onTestFinished } from 'vitest'
import type { MemoryHub } from '../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import type { Station } from '../../../src/adapters/station/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type {
  CommandHead,
  Fact,
  FactKind,
  FactOf,
  Failure,
  ServiceCommand,
} from '../../../src/core/contracts/index.ts'
import { sayingText } from '../../../src/core/contracts/index.ts'
import { factFramesOf } from '../../../src/core/contracts/message.ts'
import type { StrategySpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Epoch, IntentId, Micros, Result, SenderId } from '../../../src/core/domain/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { DIRECTION_LABELS } from '../../../src/core/ports/index.ts'
import type { Bus, Clock, Model, ModelManifest, Pusher } from '../../../src/core/ports/index.ts'
import { startStrategy } from '../../../workers/strategy/start-strategy.ts'
import { specFixture } from '../../adapters/process/spec-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { DOORS as GATEWAY } from './gateway-peer.ts'
import { noted } from '../../noted.ts'

const DOORS = { publish: 'strategy.alpha.facts', collect: 'strategy.alpha.commands' }
/** Opens at the least imbalance, and again at once: every quote of a walk may bring a target. */
export const EAGER = { enter: 0, exit: 0, depth: 0, rest: 0 }

/** The strategy `alpha` on silver, deciding by rule unless told otherwise. */
export function strategySpec(overrides: Partial<StrategySpec> = {}): StrategySpec {
  return {
    ...specFixture('strategy'),
    name: 'strategy.alpha',
    folder: temporaryFolder(),
    doors: DOORS,
    peers: { gateway: GATEWAY },
    setting: {
      id: 'alpha',
      kind: 'imbalance',
      instruments: ['SHFE.ag2012'],
      parameters: EAGER,
      model: undefined,
    },
    orphanMs: null,
    ...overrides,
  }
}

/** As a model strategy that follows every answer. */
export function modelSpec(overrides: Partial<StrategySpec> = {}): StrategySpec {
  const spec = strategySpec(overrides)
  const parameters = { up: 0.5, down: 0.5, leave: 0, rest: 0 }
  return { ...spec, setting: { ...spec.setting, kind: 'model', parameters } }
}

/** A model that answers when and what a test says; it keeps what it was asked. */
export class ScriptedModel implements Model {
  readonly manifest = {
    name: 'scripted',
    sha256: '0123456789abcdef',
    labels: DIRECTION_LABELS,
  } as unknown as ModelManifest
  readonly asked: Float32Array[] = []
  closed = false
  /** What it says of the last of the features asked about. */
  answer: (features: Float32Array) => Result<readonly number[], Failure> = () => ok([0, 1, 0])
  /** While set, answers wait for it. */
  held: Promise<void> | undefined

  async infer(features: Float32Array): Promise<Result<readonly number[], Failure>> {
    this.asked.push(features.slice())
    await this.held
    return this.answer(features)
  }

  close(): Promise<void> {
    this.closed = true
    return Promise.resolve()
  }
}

/** While `refusing`, whatever the process pushes finds nobody. */
export class DoubtfulBus {
  refusing = false
  readonly bus: Bus

  constructor(own: Bus) {
    this.bus = {
      ...own,
      push: (endpoint) => {
        const opened = own.push(endpoint)
        if (!opened.ok) return opened
        const pusher = opened.value
        return ok({
          send: (frame) => (this.refusing ? Promise.resolve(false) : pusher.send(frame)),
          get connected() {
            return pusher.connected
          },
        })
      },
    }
  }
}

export interface StartedStrategy {
  readonly hub: MemoryHub
  readonly doubt: DoubtfulBus
  readonly station: Station
  readonly told: Ears
  readonly lines: readonly string[]
}

/** What one worker tells everybody. */
export class Ears {
  readonly facts: Fact[] = []
  readonly #pusher: Pusher
  readonly #codec = createCodec([])
  #ids = 0

  constructor(hub: MemoryHub, doors: { publish: string; collect: string }) {
    const bus = hub.bus()
    onTestFinished(() => bus.close())
    const pusher = bus.push({ address: doors.collect })
    if (!pusher.ok) throw new Error(pusher.error.message)
    this.#pusher = pusher.value
    bus.subscribe(
      { address: doors.publish },
      {
        topics: [],
        onFrame: (frame) => {
          const decoded = this.#codec.decode(frame)
          if (!decoded.ok) return
          for (const { facts } of factFramesOf(decoded.value)) this.facts.push(...facts)
        },
      },
    )
  }

  get connected(): boolean {
    return this.#pusher.connected
  }

  of<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[] {
    return this.facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind)
  }

  get ready(): boolean {
    return this.of('beat').at(-1)?.ready === true
  }

  get note(): string | undefined {
    return noted(this.of('beat').at(-1))
  }

  get health(): readonly string[] {
    return this.of('health').map(
      ({ ok, saying }) => `${ok ? 'well' : 'ill'}: ${sayingText(saying)}`,
    )
  }

  /** Tells it something, as main does. */
  command(command: Headless<ServiceCommand>, epoch = 0): void {
    const head: CommandHead = {
      id: `main-${++this.#ids}` as IntentId,
      sender: 'main' as SenderId,
      epoch: epoch as Epoch,
      validUntil: Number.MAX_SAFE_INTEGER as Micros,
    }
    this.send(this.#codec.encodeCommand({ ...head, ...command }))
  }

  send(frame: Uint8Array): void {
    void this.#pusher.send(frame)
  }
}

type Headless<Whole> = Whole extends CommandHead ? Omit<Whole, keyof CommandHead> : never

export interface Around {
  readonly hub?: MemoryHub
  readonly clock?: Clock
  readonly model?: Model
}

export async function tryStrategy(
  spec: StrategySpec,
  { hub = createMemoryHub(), clock = SYSTEM_CLOCK, model }: Around = {},
): Promise<Result<StartedStrategy, Failure>> {
  const doubt = new DoubtfulBus(hub.bus())
  const lines: string[] = []
  const line = (text: string): void => void lines.push(text)
  const surroundings = {
    bus: doubt.bus,
    clock,
    log: { info: line, warn: line, error: line },
    pid: process.pid,
    endpoint: (_: unknown, __: unknown, address: string) => ({ address }),
  }
  const told = new Ears(hub, spec.doors)
  const given = model && (() => Promise.resolve(ok(model)))
  const started = await startStrategy(spec, surroundings, given)
  if (!started.ok) return started
  const station = started.value
  onTestFinished(() => station.quit('the test is over'))
  await until(() => told.connected)
  return ok({ hub, doubt, station, told, lines })
}

export async function startedStrategy(
  spec: StrategySpec = strategySpec(),
  around: Around = {},
): Promise<StartedStrategy> {
  const started = await tryStrategy(spec, around)
  if (!started.ok) throw new Error(started.error.message)
  return started.value
}
