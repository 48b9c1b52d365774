import type { Station } from '../../src/adapters/station/index.ts'
import type { Command, DoneFact } from '../../src/core/contracts/index.ts'
import type { InstrumentId, Micros, SenderId } from '../../src/core/domain/index.ts'
import type {
  MarketDataListener,
  MarketOpening,
  VenueListener,
} from '../../src/core/ports/index.ts'
import type { Condition } from './condition.ts'
import type { Measures } from './measures.ts'
import type { Trading } from './trading.ts'

/** What moves a gateway's time on, and with it everything that hangs on time. */
export interface Drive extends MarketDataListener, VenueListener {
  /** Once the books were read back and the first moment is known. */
  readonly trading: Trading | undefined
  /** Session time; NaN before the first moment. */
  readonly now: Micros
  command(command: Command): void
  done(fact: DoneFact): void
  /** Somebody asks how things stand, or for earlier quotes of these instruments. */
  asks(sender: SenderId, instruments: readonly InstrumentId[]): void
  /** Somebody showed that it lives. */
  heard(sender: SenderId): void
  /** Main was heard. */
  watch(): void
  /** The process's own timer. */
  tick(): void
  /** No further command is ready to be taken in. */
  drained(): void
  /** Finishes what was begun, so that what is told next does not come before it. */
  finish(): void
  /** Cancels what works, and gives the venue a moment to answer. */
  leave(): Promise<void>
}

export interface DriveParts {
  readonly station: Station
  readonly condition: Condition
  readonly measures: Measures
  /** The monotonic time in µs, as a sign of life; NaN where this process may act no more. */
  readonly pulse: () => Micros
  /** Makes the engine and reads its books back; undefined where that failed, and all is over. */
  readonly begin: (opening: MarketOpening) => Trading | undefined
  /** Tells who speaks, once there is something to tell. */
  readonly greet: () => void
}
