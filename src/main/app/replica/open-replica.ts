import type { Station } from '../../../adapters/station/index.ts'
import type { BeatFact, Saying } from '../../../core/contracts/index.ts'
import type { Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../../core/domain/index.ts'
import type { Replica, SourceName } from '../../../core/replica/index.ts'
import {
  createReplica,
  createSource,
  fallsSilent,
  follows,
  hears,
  say,
  vital,
  vitalsOfBeat,
} from '../../../core/replica/index.ts'
import { followInto } from './follower.ts'
import type { ReplicaListener } from './listener.ts'
import type { TellVital } from './tell-vitals.ts'
import { tellVitals } from './tell-vitals.ts'

const LOOK_EVERY = 100

export interface OpenedReplica {
  readonly replica: Replica
  /** @returns what ends the telling. */
  readonly listen: (listener: ReplicaListener) => () => void
  /** Session time; the machine's own before the market told one. */
  readonly now: () => Micros
  /**
   * What main itself has to tell a person: at the terminal and in every window.
   *
   * @param about the process that it is about, which remembers it.
   */
  readonly say: (ok: boolean, what: Saying, about?: string) => void
  /** What main does with a process, and sees of it. */
  readonly tellVital: TellVital
  /** How main itself does; with the first one it is a source as the others are. */
  readonly beat: (beat: BeatFact) => void
  readonly close: () => void
}

/**
 * Main's copy of everything that windows read. It follows every process of the instance; while one
 * of them is lost or silent, its standing says so, and since when.
 *
 * @param sources in the order in which they are shown; one of them is the gateway.
 */
export function openReplica(station: Station, sources: readonly SourceName[]): OpenedReplica {
  const now = (): Micros => station.clock.monotonic()
  const sessionNow = (): Micros =>
    replica.session.at > 0 ? replica.session.at : station.clock.wall()
  const gateway = sources.find(({ worker }) => worker === 'gateway')
  if (gateway === undefined) throw new Error('a replica needs a gateway among its sources')
  const all = sources.map((source) => createSource(source, now()))
  const replica = createReplica(gateway.name, all)
  const listeners = new Set<ReplicaListener>()
  const everybody: ReplicaListener = {
    quote: (quote) => listeners.forEach((each) => each.quote(quote)),
    latest: (source, fact) => listeners.forEach((each) => each.latest(source, fact)),
    ordered: (source, fact) => listeners.forEach((each) => each.ordered(source, fact)),
    standing: (standing) => listeners.forEach((each) => each.standing(standing)),
    anew: () => listeners.forEach((each) => each.anew()),
  }
  const silence = station.spec.silenceMs * MICROS_PER_MILLISECOND
  const tellVital = tellVitals(station, replica, everybody)
  const closers = all.map((source) => followInto(station, replica, source, everybody, tellVital))
  const stopLooking = station.every(LOOK_EVERY, () => {
    for (const source of all) {
      if (!fallsSilent(source, now(), silence)) continue
      tellVital(source.standing.name, vital('silent', { since: source.heardAt }))
      everybody.standing(source.standing)
    }
  })
  return {
    replica,
    now: sessionNow,
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tellVital,
    say: (ok, what, about) => {
      const { name } = station.spec
      const fact = { kind: 'health', at: sessionNow(), ok, saying: what } as const
      say(replica.log, name, fact)
      everybody.ordered(name, fact)
      if (about !== undefined) tellVital(about, vital('told', { ok, sayings: [what] }))
    },
    beat: (beat) => {
      const { name } = station.spec
      let own = replica.sources.get(name)
      if (own === undefined) {
        own = createSource({ name, worker: 'main' }, now())
        follows(own, station.epoch, now())
        replica.sources.set(name, own)
        everybody.standing(own.standing)
      }
      for (const each of vitalsOfBeat(own, beat)) tellVital(name, each)
      hears(own, beat, now())
      everybody.latest(name, beat)
    },
    close: () => {
      stopLooking()
      for (const close of closers) close()
    },
  }
}
