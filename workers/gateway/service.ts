import type { Station } from '../../src/adapters/station/index.ts'
import type { Command, RunFact, ServiceCommand } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Drive } from './drive.ts'
import type { Lease } from './lease.ts'
import { standing } from './snapshot.ts'
import type { WarmUp } from './warm-up.ts'

export interface ServiceParts {
  readonly station: Station
  readonly drive: Drive
  readonly warmUp: WarmUp
  readonly lease: Lease
  /** How the replay goes; undefined where there is none. */
  readonly run: () => RunFact | undefined
}

/** Answers what is asked of a gateway beside trading. */
export class Service {
  readonly #parts: ServiceParts

  constructor(parts: ServiceParts) {
    this.#parts = parts
  }

  take(command: ServiceCommand): void {
    const { station, drive, warmUp, lease } = this.#parts
    switch (command.kind) {
      case 'SnapshotRequest':
        return this.#snapshot(command)
      case 'WarmUpRequest': {
        const { sender, instrument, count } = command
        drive.asks(sender, [instrument])
        return warmUp.answer(sender, instrument, count)
      }
      case 'Beat':
        return drive.watch()
      case 'Power':
        lease.power(command.asleep, station.clock.monotonic())
        return drive.watch()
      case 'SetParameters':
      case 'Pause':
      case 'Resume':
      case 'Replay':
      case 'Quit':
        return station.log.warn(`a ${command.kind} of ${command.sender} is not for a gateway`)
    }
  }

  /** Says that a command is not carried out in this state. */
  refuse({ id, kind, sender }: Command, message: string): void {
    const { station, drive } = this.#parts
    drive.finish()
    station.writer.publish({
      kind: 'ack',
      at: Number.isNaN(drive.now) ? (0 as Micros) : drive.now,
      command: id,
      commandKind: kind,
      sender,
      outcome: 'refused',
      code: 'command.state',
      message,
    })
  }

  /** Whoever asks too early asks again: before the first moment there is nothing to tell. */
  #snapshot({
    sender,
    instruments,
  }: Extract<ServiceCommand, { readonly kind: 'SnapshotRequest' }>): void {
    const { station, drive, run } = this.#parts
    drive.asks(sender, instruments)
    const { trading } = drive
    if (trading === undefined) return
    // What was decided and is not said yet would be told twice: in the snapshot, and after it.
    drive.finish()
    const { mode, profile } = station.spec
    const { now } = drive
    const { state, fills } = trading
    const facts = standing({ mode, profile, state, fills, now, run: run() }, instruments)
    station.writer.snapshot(sender, facts)
  }
}
