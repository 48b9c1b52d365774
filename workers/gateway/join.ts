import type { OpenedStation } from '../../src/adapters/station/index.ts'
import type { Saying } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { MarketOpening, VenueListener } from '../../src/core/ports/index.ts'
import { Account } from './account.ts'
import { Condition } from './condition.ts'
import type { Drive } from './drive.ts'
import { hearStrategies, receive } from './inbox.ts'
import { Lease } from './lease.ts'
import { answersOf } from './lock-step-answers.ts'
import type { OpenLines } from './lines.ts'
import { LockStep } from './lock-step.ts'
import { Measures } from './measures.ts'
import type { Place } from './place.ts'
import { createPulse } from './pulse.ts'
import { RealTime } from './real-time.ts'
import { Service } from './service.ts'
import { Unreadable } from './unreadable.ts'
import { WarmUp } from './warm-up.ts'

/** The process's own timer, in milliseconds: it keeps the lease and looks after what is late. */
const TICK = 50
const MEASURED_EVERY = 250

/**
 * Joins account, exchange and doors; trading begins once the exchange has said how things stand.
 */
export function joinGateway(
  spec: GatewaySpec,
  place: Place,
  opened: OpenedStation,
  openLines: OpenLines,
): void {
  const { station } = opened
  const { clock, writer } = station
  const lease = new Lease(spec.silenceMs * 1000, clock.monotonic())
  const pulse = createPulse(station, lease)
  const measures = new Measures(clock)
  const warmUp = new WarmUp(writer)
  const condition = new Condition(station.heart)
  condition.is('exchange', saying('beat.waits-market', { exchange: spec.exchange }))

  const listener: VenueListener = {
    onReport: (report) => drive.onReport(report),
    onConnection: (connected) => drive.onConnection(connected),
  }
  const { venue, follow } = openLines(station, spec, listener)
  const mayLeave = (): boolean => !Number.isNaN(pulse.beat())
  const account = new Account({ spec, station, place, measures, warmUp, venue, mayLeave })
  const parts = {
    station,
    condition,
    measures,
    pulse: pulse.beat,
    begin: (opening: MarketOpening) => {
      const trading = account.begin(opening)
      lease.begin(clock.monotonic())
      return trading
    },
    greet: account.greet.bind(account),
  }
  /** Something that a person should know, and that is not as it should be. */
  const say = (what: Saying): void => {
    drive.finish()
    const at = Number.isNaN(drive.now) ? (0 as Micros) : drive.now
    writer.publish({ kind: 'health', at, ok: false, saying: what })
  }
  const drive: Drive =
    spec.mode === 'replay'
      ? new LockStep({ ...parts, ...answersOf(spec, place, station, account, say) })
      : new RealTime(parts)

  const service = new Service({ station, drive, warmUp, lease, run: () => account.run })
  const unreadable = new Unreadable(say)
  opened.onMessage((message) => receive({ station, drive, service }, message))
  opened.onDrained(() => drive.drained())
  opened.onUnreadable((reason) => unreadable.hear(reason, clock.monotonic()))
  hearStrategies(station, spec.lockStep, drive)
  follow(drive)
  station.every(TICK, () => {
    if (Number.isNaN(pulse.tick())) return
    if (lease.asleep) drive.watch()
    drive.tick()
  })
  station.every(MEASURED_EVERY, () => account.measure())
  if (spec.mode !== 'replay') station.staysFor = () => account.holds()
  station.onQuit(() => drive.leave())
}
