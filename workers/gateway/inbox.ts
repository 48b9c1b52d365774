import type { Station } from '../../src/adapters/station/index.ts'
import { topicsOf } from '../../src/core/contracts/codec.ts'
import type { Command, CommandKind, ServiceCommand } from '../../src/core/contracts/index.ts'
import type { Message } from '../../src/core/contracts/message.ts'
import type { SenderId } from '../../src/core/domain/index.ts'
import type { Drive } from './drive.ts'
import type { Service } from './service.ts'

export interface Inbox {
  readonly station: Station
  readonly drive: Drive
  readonly service: Service
}

const TRADING_COMMANDS: { readonly [Kind in CommandKind]: true } = {
  TargetPosition: true,
  OrderIntent: true,
  Amend: true,
  Cancel: true,
  CancelAll: true,
  Flatten: true,
  Halt: true,
  Unlock: true,
  Arm: true,
  AcceptReconciliation: true,
  SetLimits: true,
  ResetPaper: true,
}

/** Hands whatever comes through the door for commands to the one whom it is for. */
export function receive({ station, drive, service }: Inbox, message: Message): void {
  if (message.kind === 'facts') {
    for (const fact of message.facts) if (fact.kind === 'done') drive.done(fact)
    return
  }
  if (message.kind !== 'command') {
    return station.log.warn(`a ${message.kind} came through the door for commands: passed over`)
  }
  const { command } = message
  if (!isTrading(command)) return service.take(command)
  if (drive.trading !== undefined) return drive.command(command)
  service.refuse(command, 'the gateway waits for its exchange: send it again later')
}

function isTrading(command: Command | ServiceCommand): command is Command {
  return Object.hasOwn(TRADING_COMMANDS, command.kind)
}

/** Listens whether the strategies that are waited for live. */
export function hearStrategies(station: Station, names: readonly string[], drive: Drive): void {
  for (const name of names) {
    const peer = Object.hasOwn(station.spec.peers, name) ? name : `strategy.${name}`
    if (!Object.hasOwn(station.spec.peers, peer)) continue
    station.subscribe(peer, {
      topics: topicsOf(['beat']),
      onFrame: () => drive.heard(peer as SenderId),
    })
  }
}
