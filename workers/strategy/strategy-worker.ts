import type { Followed, Station } from '../../src/adapters/station/index.ts'
import { follow } from '../../src/adapters/station/index.ts'
import type { Loss } from '../../src/core/channel/index.ts'
import type { Fact, HelloFact, Saying, SnapshotFact } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { Origin } from '../../src/core/contracts/message.ts'
import type { StrategySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Micros, Quote, SenderId, TradingDay } from '../../src/core/domain/index.ts'
import { NO_TRADING_DAY } from '../../src/core/domain/index.ts'
import type { Model } from '../../src/core/ports/index.ts'
import type { StrategyDefinition } from '../../src/core/strategies/index.ts'
import { Controls } from './controls.ts'
import { Engines } from './engines.ts'
import { Figures } from './figures.ts'
import { Hush } from './hush.ts'
import { Joining } from './joining.ts'
import { beginLife } from './life.ts'
import { rehearse } from './rehearsal.ts'
import type { Roster } from './roster.ts'
import { readRoster } from './roster.ts'
import type { SettingBook } from './setting-book.ts'
import { strategyFolder } from './strategy-folder.ts'
import { Trader } from './trader.ts'
import type { WarmUp } from './warm-up.ts'

const FOLLOWS = ['quote', 'time', 'step', 'ack', 'warm-up'] as const
const LOOK_EVERY = 250

export interface StrategyParts {
  readonly spec: StrategySpec
  readonly definition: StrategyDefinition
  readonly book: SettingBook
  /** Undefined for a strategy that needs none. */
  readonly model: Model | undefined
}

/** One strategy in a process: follows its gateway, and decides while it knows how things stand. */
export class StrategyWorker {
  readonly controls: Controls
  readonly #parts: StrategyParts
  readonly #station: Station
  readonly #figures = new Figures()
  readonly #hush: Hush
  readonly #trader: Trader
  readonly #joining: Joining
  readonly #followed: Followed
  #tradingDay: TradingDay = NO_TRADING_DAY
  #lastQuote = 0
  #lost: Loss | undefined
  #rehearsal: Promise<void> | undefined
  #rehearsed = false

  constructor(parts: StrategyParts, station: Station) {
    const { spec, model } = parts
    const { gateway, setting } = spec
    this.#parts = parts
    this.#station = station
    this.#hush = new Hush(() => this.#tell())
    const say = this.#say.bind(this)
    this.#trader = new Trader({ ...parts, station, figures: this.#figures, say })
    this.#joining = new Joining({
      station,
      gateway,
      onComplete: (warmUp) => void this.#complete(warmUp),
      onTooMuch: () => this.#followed.reader.restart(station.clock.monotonic()),
    })
    this.controls = new Controls({
      ...parts,
      station,
      id: setting.id,
      owner: () => this.#trader.engines?.owner,
      setParameters: (next) => this.#trader.engines?.setParameters(next),
      hush: this.#hush,
      say,
      stamp: () => this.#trader.time.stamp(),
      answer: (requester) => this.#answer(requester),
      looked: (windows) => this.#trader.looked(windows),
    })
    this.#hush.set('joining', saying('beat.waits', { names: gateway }))
    this.#followed = follow(station, gateway, {
      follows: FOLLOWS,
      instruments: () => this.#trader.engines?.instruments ?? [],
      onArrival: (now) => this.#trader.arrived(now),
      onSnapshot: (snapshot, origin) => this.#snapshot(snapshot, origin),
      onFact: (fact, seq, at) => this.#fact(fact, seq, at),
      onLost: (loss) => this.#lose(loss),
    })
    station.every(LOOK_EVERY, () => this.#look())
    station.onQuit(async (reason) => {
      this.#hush.set('leaving', saying('beat.leaves', { reason }))
      this.#followed.close()
      await model?.close()
    })
  }

  #fact(fact: Fact, seq: number, at: Micros): void {
    const { time } = this.#trader
    switch (fact.kind) {
      case 'quote':
        time.fed(fact.at, at)
        this.#lastQuote = seq
        return this.#quote(fact, seq, at)
      case 'time':
        return time.told(fact.at, at)
      case 'step':
        time.told(fact.at, at)
        return this.#trader.step(seq, this.#lastQuote)
      case 'ack':
        time.told(fact.at, at)
        return this.#trader.acknowledged(fact)
      case 'warm-up':
        return this.#joining.take(fact)
      default:
    }
  }

  #quote(quote: Quote, seq: number, at: Micros): void {
    if (this.#trader.engines?.of(quote.instrument) === undefined) return
    this.#trader.measure(quote, at)
    if (!this.#joining.live(quote, seq)) this.#trader.quote(quote, seq)
  }

  /** How things stand at the gateway: from here on nothing is missing. */
  #snapshot(snapshot: SnapshotFact, origin: Origin): void {
    const { spec } = this.#parts
    for (const fact of snapshot.facts) {
      if (fact.kind === 'hello') this.#tradingDay = fact.tradingDay
      if (fact.kind === 'time') this.#trader.time.begin(fact.at)
    }
    this.#lastQuote = snapshot.seqs['quote'] ?? 0
    this.#trader.begin(snapshot.seqs['step'] ?? 0, this.#lastQuote)
    const roster = readRoster(snapshot, spec)
    if (!roster.ok) return this.#hush.set('joining', roster.error)
    const { engines } = this.#trader
    if (engines === undefined) {
      if (!this.#line(roster.value, origin)) return
    } else if (engines.fits(roster.value)) engines.gatewayEpoch(origin.epoch)
    else return void this.#station.quit('the gateway has another market now: begins anew', 1)
    this.#hush.set('joining', saying('beat.reads-earlier'))
    this.#joining.begin(this.#trader.engines?.instruments ?? [], origin.epoch)
  }

  /** The first snapshot says what is traded, and in which life. */
  #line(roster: Roster, { epoch }: Origin): boolean {
    const { spec, definition } = this.#parts
    const { setting, gateway } = spec
    const life = beginLife(strategyFolder(spec), epoch)
    if (!life.ok) {
      void this.#station.fail(life.error)
      return false
    }
    const { parameters } = this.controls
    const parts = { roster, definition, parameters, epoch, life: life.value }
    this.#trader.trade(new Engines({ ...parts, sender: setting.id as SenderId }))
    this.#trader.engines?.hush(true)
    this.#station.writer.publish(this.#hello())
    this.controls.begin()
    for (const symbol of roster.missing) {
      this.#say(false, saying('strategy.not-offered', { strategy: setting.id, symbol, gateway }))
    }
    return true
  }

  /** Before the first time, the compilers are given their work. */
  async #complete(warmUp: WarmUp): Promise<void> {
    if (!this.#rehearsed) {
      this.#rehearsal ??= this.#rehearse(warmUp)
      await this.#rehearsal
    }
    if (this.#joining.isNow(warmUp)) this.#join(warmUp)
  }

  async #rehearse(warmUp: WarmUp): Promise<void> {
    const { definition, model, spec } = this.#parts
    const instrument = this.#trader.engines?.all[0]?.instrument
    if (instrument !== undefined) {
      this.#figures.rehearsed = await rehearse(warmUp.earlier(instrument.id), {
        instrument,
        definition,
        parameters: this.controls.parameters,
        model,
        mode: spec.mode,
        wanted: () => !this.#station.quitting,
      })
    }
    this.#rehearsed = true
  }

  /** Features begin anew with the earlier quotes, and go on with the live ones behind them. */
  #join(warmUp: WarmUp): void {
    const { engines } = this.#trader
    this.#joining.stop()
    this.#figures.warmUp = 0
    for (const engine of engines?.all ?? []) {
      const earlier = warmUp.earlier(engine.instrument.id)
      this.#figures.warmUp += earlier.length
      engine.forget()
      for (const quote of earlier) engine.warm(quote)
    }
    for (const quote of warmUp.later()) this.#trader.later(quote)
    this.#hush.end('joining')
    if (this.#lost !== undefined) this.#say(true, saying('strategy.follows-again'))
    this.#lost = undefined
    this.#trader.open()
  }

  #lose(loss: Loss): void {
    const { gateway } = this.#parts.spec
    const gap = loss === 'gap'
    this.#lost = loss
    this.#joining.stop()
    this.#trader.begin(0, 0)
    this.#hush.set('joining', saying(gap ? 'beat.missed' : 'beat.new-life', { gateway }))
    this.#say(false, saying(gap ? 'strategy.missed' : 'strategy.new-life', { gateway }))
  }

  #look(): void {
    this.#joining.look()
    this.#trader.look()
    Object.assign(this.#station.heart.figures, this.#figures.read())
  }

  /** What it decides, and what it says of itself, hang on the reasons not to. */
  #tell(): void {
    const { heart } = this.#station
    this.#trader.engines?.hush(this.#hush.hushed)
    const { notes, waits } = this.#hush
    if (waits) heart.waitsFor(...notes)
    else heart.isReady(...(notes.length > 0 ? notes : this.#idle()))
  }

  #idle(): readonly Saying[] {
    if ((this.#trader.engines?.all.length ?? 0) > 0) return []
    return [saying('beat.trades-nothing', { gateway: this.#parts.spec.gateway })]
  }

  #answer(requester: SenderId): void {
    const facts = [this.#hello(), ...this.controls.standing, ...this.#trader.thoughts]
    this.#station.writer.snapshot(requester, facts)
  }

  #hello(): HelloFact {
    const { mode, profile } = this.#parts.spec
    return { kind: 'hello', mode, profile, tradingDay: this.#tradingDay }
  }

  #say(ok: boolean, saying: Saying): void {
    this.#station.writer.publish({ kind: 'health', at: this.#trader.time.stamp(), ok, saying })
  }
}
