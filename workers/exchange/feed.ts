import type {
  DoneFact,
  ServiceCommand,
  SnapshotFact,
  VenueRequest,
} from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'

export type ReplayCommand = Extract<ServiceCommand, { readonly kind: 'Replay' }>

/** What moves the market on: the wall's clock, or a recording. */
export interface Feed {
  /** Moves the market from now on. */
  begin(): void
  /** Session time. */
  readonly now: Micros
  /** What it measures of itself, by the names of the beat's figures. */
  figures(): Readonly<Record<string, number>>
  /** How it stands, for those who come late. */
  standing(): SnapshotFact['facts']
  request(request: VenueRequest): void
  done(fact: DoneFact): void
  replay(command: ReplayCommand): void
  power(asleep: boolean): void
  /** Resolves once nothing of it is under way any more. */
  stop(): Promise<void>
}
