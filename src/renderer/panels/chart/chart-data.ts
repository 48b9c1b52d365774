import { AggressorBuckets } from '../../../core/desk/aggressor-buckets.ts'
import type { ChartBar } from '../../../core/desk/chart-bars.ts'
import { TickBars, joinBars } from '../../../core/desk/chart-bars.ts'
import { NetTarget, heldOver, netOf } from '../../../core/desk/chart-holdings.ts'
import type { Gap } from '../../../core/desk/chart-gaps.ts'
import { gapsBetween } from '../../../core/desk/chart-gaps.ts'
import { Steps } from '../../../core/desk/chart-steps.ts'
import type { FillFact, StateFact, TargetFact } from '../../../core/contracts/index.ts'
import type { Instrument, Lots, Micros, Order } from '../../../core/domain/index.ts'
import { isRunOver } from '../../../core/replica/index.ts'
import { endsTargets, workingOrders } from '../../../core/state/index.ts'
import type { Desk, Slice } from '../../desk/index.ts'
import { ChartFeed } from './chart-feed.ts'
import type { MarketLosses } from './market-losses.ts'
import { marketLossesOf } from './market-losses.ts'
import type { Wanted } from './past-targets.ts'
import { pastTargets } from './past-targets.ts'

const TARGETS_KEPT = 2_000
/** All that `refresh` looks at. */
const STANDING: ReadonlySet<Slice> = new Set<Slice>(['fills', 'positions', 'orders'])

/** Everything that one chart shows of one instrument, kept up as facts come. */
export class ChartData {
  readonly feed: ChartFeed
  readonly instrument: Instrument
  buckets: AggressorBuckets
  /** Of the ticks here; undefined while ticks are shown. */
  bars: TickBars | undefined
  /** Net lots of all owners together over time: what they want, and what is held. */
  readonly wanted = new Steps()
  readonly held = new Steps()
  /** Each word of an owner, oldest first. */
  readonly targets: Wanted[] = []
  fills: readonly FillFact[] = []
  orders: readonly Order[] = []
  /** When trading was halted. */
  readonly halts: Micros[] = []
  readonly #desk: Desk
  readonly #losses: MarketLosses
  readonly #release: () => void
  #counted = 0
  #generation = -1
  #closed = false
  #gaps: readonly Gap[] = []
  /** What the gaps were reckoned from. */
  #gapsOf: readonly unknown[] = []

  /** @param changed called when something came outside of a frame. */
  constructor(desk: Desk, instrument: Instrument, volumeLength: number, changed: () => void) {
    this.#desk = desk
    this.#losses = marketLossesOf(desk)
    this.instrument = instrument
    this.buckets = new AggressorBuckets(volumeLength)
    this.feed = new ChartFeed(desk, instrument, changed)
    this.#release = desk.listen({
      onFact: (_, fact) => {
        if (fact.kind === 'target' && fact.instrument === instrument.id) this.#want(fact)
        if (fact.kind === 'state') this.#mark(fact)
      },
    })
    const { replica } = desk
    if (replica !== undefined && replica.state.trading.at > 0) this.#mark(replica.state.trading)
    const standing = replica?.state.targets[instrument.id] ?? []
    for (const target of [...standing].sort((one, other) => one.at - other.at)) this.#want(target)
    // What stands already is no change that a frame would tell of.
    this.refresh(STANDING)
    void this.#recall(changed)
  }

  close(): void {
    this.#closed = true
    this.#release()
    this.feed.close()
  }

  /** A start is halted until the books agree: nothing was stopped then. */
  #mark(fact: Pick<StateFact, 'state' | 'cause' | 'at'>): void {
    const { state, cause, at } = fact
    if (state === 'halted' && cause !== 'start') this.halts.push(at)
    if (!endsTargets(fact)) return
    for (const owner of this.#desk.replica?.state.owners ?? []) {
      if (owner !== undefined) this.#want({ at, owner: owner.id, target: NaN as Lots })
    }
  }

  /** Volume in stretches of another length. */
  measure(volumeLength: number): void {
    if (volumeLength === this.buckets.length) return
    this.buckets = new AggressorBuckets(volumeLength)
    this.#generation = -1
  }

  /** @param length µs; 0 for ticks. */
  showBars(length: number): void {
    this.bars = length === 0 ? undefined : new TickBars(length)
    this.#generation = -1
    if (length > 0) void this.feed.askBars(length)
  }

  joinedBars(): readonly ChartBar[] {
    return joinBars(this.feed.bars, this.bars?.bars ?? [])
  }

  /** The oldest moment that is known here; NaN of nothing. */
  get oldest(): number {
    if (this.bars !== undefined) return this.joinedBars()[0]?.at ?? NaN
    return this.oldestTick
  }

  /** The oldest of the ticks, and of what is known before them; NaN of nothing. */
  get oldestTick(): number {
    const { past, series } = this.feed
    return past[0]?.at ?? (series.count === 0 ? NaN : series.columns.at[0]!)
  }

  /** Whether more of the past comes only when it is asked for. */
  get settled(): boolean {
    return this.feed.history.kind !== 'asking' && !Number.isNaN(this.oldest)
  }

  /** Where ticks are missing, oldest first; the same list until that changes. */
  get gaps(): readonly Gap[] {
    const { whole, series } = this.feed
    const { at } = this.#losses
    // A loss of the market is a gap once a tick came after it.
    const isWaited = (at.at(-1) ?? 0) >= (series.newest?.at ?? 0)
    const reckonedOf = [whole.revision, series.generation, at, isWaited]
    if (reckonedOf.every((each, index) => each === this.#gapsOf[index])) return this.#gaps
    this.#gapsOf = reckonedOf
    const span = { from: this.oldestTick, to: series.newest?.at ?? NaN }
    const holes = whole.holes(span)
    this.#gaps = holes.length + at.length === 0 ? [] : gapsBetween(series, holes, at)
    return this.#gaps
  }

  /** Ticks are missing now, as far as is known. */
  get lacks(): boolean {
    if (isRunOver(this.#desk.replica)) return false
    return this.feed.whole.isBroken || this.#losses.isOpen
  }

  async earlier(): Promise<void> {
    await (this.bars === undefined ? this.feed.earlier() : this.feed.moreBars())
  }

  /** Brings what hangs on slices that changed up to date. */
  refresh(changed: ReadonlySet<Slice>): void {
    this.#count()
    const { replica } = this.#desk
    if (replica === undefined) return
    const { id } = this.instrument
    if (changed.has('fills') || changed.has('positions')) {
      this.fills = replica.fills.filter(({ fill }) => fill.instrument === id)
      heldOver(this.held, this.fills, netOf(replica.state.positions, id))
    }
    if (changed.has('orders')) {
      this.orders = workingOrders(replica.state, id).filter(({ kind }) => kind === 'limit')
    }
  }

  #count(): void {
    const { series } = this.feed
    if (this.#generation !== series.generation) {
      this.#generation = series.generation
      this.#counted = 0
      this.buckets.clear()
      if (this.bars !== undefined) {
        this.bars = new TickBars(this.bars.length)
        this.feed.mendBars()
      }
    }
    const { at, lots, sign } = series.columns
    for (let index = this.#counted; index < series.count; index++) {
      this.buckets.add(at[index]!, lots[index]!, sign[index]!)
      this.bars?.add(series, index)
    }
    this.#counted = series.count
  }

  #want({ at, owner, target }: Pick<TargetFact, 'at' | 'owner' | 'target'>): void {
    this.targets.push({ at, owner, target })
    if (this.targets.length > TARGETS_KEPT) this.targets.shift()
    this.#sum()
  }

  async #recall(changed: () => void): Promise<void> {
    const past = await pastTargets(this.#desk, this.instrument)
    const [first] = this.targets
    if (this.#closed || past.length === 0) return
    this.targets.unshift(...past.filter(({ at }) => first === undefined || at < first.at))
    this.#sum()
    changed()
  }

  #sum(): void {
    const net = new NetTarget()
    this.wanted.clear()
    for (const wanted of this.targets) this.wanted.push(wanted.at, net.take(wanted))
  }
}
