import { Station } from '../../../src/adapters/station/station.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import { factFramesOf } from '../../../src/core/contracts/message.ts'
import type { Epoch, Micros } from '../../../src/core/domain/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import type { Bus } from '../../../src/core/ports/index.ts'
import { headFixture } from '../process/head-fixture.ts'

const NOTHING = (): void => undefined
const DOORS = { publish: 'facts', collect: 'commands' }

/**
 * A station on a bus that only writes down: one entry a frame, in the order in which they left. A
 * frame of facts is the kinds of its facts, a command or a `done` to a peer says so.
 */
export function recordedStation(): { readonly station: Station; readonly left: string[] } {
  const left: string[] = []
  const codec = createCodec([])
  const write = (prefix: string, frame: Uint8Array): void => {
    const decoded = codec.decode(frame)
    if (!decoded.ok) throw new Error(decoded.error.message)
    const { value } = decoded
    if (value.kind === 'command') return void left.push(`${prefix}${value.command.kind}`)
    const kinds = factFramesOf(value).flatMap(({ facts }) => facts.map(({ kind }) => kind))
    left.push(`${prefix}${kinds.join(' ')}`)
  }
  const pusher = {
    connected: true,
    send: (frame: Uint8Array) => {
      write('to the gateway: ', frame)
      return Promise.resolve(true)
    },
  }
  const bus: Partial<Bus> = { push: () => ok(pusher), close: () => Promise.resolve() }
  const station = new Station({
    bus: bus as Bus,
    clock: { monotonic: () => 1_000 as Micros, wall: () => 1_000 as Micros },
    log: { info: NOTHING, warn: NOTHING, error: NOTHING },
    pid: 1,
    endpoint: (_, _name, address) => ({ address }),
    spec: headFixture('strategy.alpha', { doors: DOORS, peers: { gateway: DOORS } }),
    epoch: 1 as Epoch,
    codec,
    publish: (frame) => write('', frame),
  })
  return { station, left }
}
