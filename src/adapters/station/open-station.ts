import { createCodec } from '../../core/contracts/codec.ts'
import type { Failure } from '../../core/contracts/index.ts'
import type { Message } from '../../core/contracts/message.ts'
import type { SpecHead } from '../../core/contracts/worker-spec.ts'
import type { Epoch, Result } from '../../core/domain/index.ts'
import { ok } from '../../core/domain/index.ts'
import { Orphan } from './orphan.ts'
import { Station } from './station.ts'
import type { Surroundings } from './station.ts'

export interface OpenedStation {
  readonly station: Station
  /** Hands over what comes from now on; `Quit` and main's beats are seen to already. */
  readonly onMessage: (listener: (message: Message) => void) => void
  /** Tells that no further frame is ready just now, where the bus knows it. */
  readonly onDrained: (listener: () => void) => void
  /** Hands over why a frame cannot be read, besides what the log says. */
  readonly onUnreadable: (listener: (failure: Failure) => void) => void
}

/** Binds a worker's two doors and begins to beat. Fails with `bus.taken` where another has them. */
export async function openStation(
  spec: SpecHead,
  epoch: Epoch,
  surroundings: Surroundings,
): Promise<Result<OpenedStation, Failure>> {
  const { bus, endpoint, log } = surroundings
  const own = (address: string) => endpoint(spec, spec.name, address)
  const publisher = await bus.publish(own(spec.doors.publish))
  if (!publisher.ok) return publisher
  const collector = await bus.collect(own(spec.doors.collect))
  if (!collector.ok) return collector
  const codec = createCodec([])
  const publish = (frame: Uint8Array): void => publisher.value.send(frame)
  const station = new Station({ ...surroundings, spec, epoch, codec, publish })
  const orphan = new Orphan(station)
  let listener: (message: Message) => void = () => undefined
  let drained: () => void = () => undefined
  let unreadable: (failure: Failure) => void = () => undefined
  const take = (frame: Uint8Array): void => {
    const decoded = codec.decode(frame)
    if (!decoded.ok) {
      log.warn(`a command cannot be read: ${decoded.error.message} [${decoded.error.code}]`)
      unreadable(decoded.error)
      return
    }
    const message = decoded.value
    if (message.kind === 'command' && message.command.kind === 'Quit') {
      void station.quit(message.command.reason)
      return
    }
    if (message.kind === 'command' && message.command.kind === 'Beat') orphan.heard()
    if (!station.quitting) listener(message)
  }
  collector.value.onFrame(take, () => drained())
  station.heart.beat()
  return ok({
    station,
    onMessage: (next) => {
      listener = next
    },
    onDrained: (next) => {
      drained = next
    },
    onUnreadable: (next) => {
      unreadable = next
    },
  })
}
