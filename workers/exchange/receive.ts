import type { Station } from '../../src/adapters/station/index.ts'
import type { Message } from '../../src/core/contracts/message.ts'
import type { Feed } from './feed.ts'
import type { Venue } from './venue.ts'
import type { Voice } from './voice.ts'

export interface Receivers {
  readonly station: Station
  readonly voice: Voice
  readonly venue: Venue
  readonly feed: Feed
}

/** Hands whatever comes through the door to the one whom it is for. */
export function receive({ station, voice, venue, feed }: Receivers, message: Message): void {
  // An exchange that lost its books answers nobody: what it would say is kept nowhere.
  if (venue.failure !== undefined) return
  if (message.kind === 'request') return feed.request(message.request)
  if (message.kind === 'facts') {
    for (const fact of message.facts) if (fact.kind === 'done') feed.done(fact)
    return
  }
  if (message.kind !== 'command') return
  const { command } = message
  switch (command.kind) {
    case 'SnapshotRequest':
      return voice.answer(command.sender, command.instruments, feed.standing())
    case 'Replay':
      return feed.replay(command)
    case 'Power':
      return feed.power(command.asleep)
    case 'Beat':
      return
    default:
      station.log.warn(`a ${command.kind} of ${command.sender} is no command for an exchange`)
  }
}
