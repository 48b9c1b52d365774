import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { VenueReport, VenueRequest } from '../../../src/core/contracts/index.ts'
import type { Epoch, Micros, OrderId } from '../../../src/core/domain/index.ts'
import type { Exchange } from '../../../src/core/exchange/index.ts'
import type {
  CancelOnlyRequest,
  CancelOnlyVenue,
} from '../../../workers/watchdog/cancel-only-venue.ts'
import { Clearance } from '../../../workers/watchdog/clearance.ts'
import { Pace } from '../../../workers/watchdog/pace.ts'
import { after, replay, shown, submit } from '../../core/exchange/exchange-fixture.ts'

const BOOK = { bids: [[4_999, 50]], asks: [[5_000, 50]] } as const
const DEAD = 4
const NEXT = (DEAD + 1) as Epoch

/** A real exchange behind a line that may lose what passes. */
class Bench implements CancelOnlyVenue {
  now = 0
  readonly sent: { readonly kind: string; readonly at: number }[] = []
  readonly told: string[] = []
  readonly clearance: Clearance
  /** Asked for every request and every report: whether it is lost. */
  loses: () => boolean = () => false
  readonly #exchange: Exchange = replay()

  constructor(working: readonly string[]) {
    this.#exchange.quote(shown(BOOK))
    for (const id of working) this.late(id)
    this.clearance = new Clearance({
      venue: this,
      epoch: NEXT,
      onWorking: (count) => this.told.push(`${count} work`),
      onDone: () => this.told.push('done'),
    })
  }

  /** An order of the dead gateway arrives; what it is answered. */
  late(id: string, epoch = DEAD): readonly VenueReport[] {
    const order = submit({ id, limit: 4_990 }, epoch)
    return this.#exchange.request(order, after(1)).reports
  }

  /** Ids of orders that work. */
  get working(): readonly OrderId[] {
    const [report] = this.#exchange.request({ kind: 'ledger' }, after(1)).reports
    return report?.kind === 'ledger' ? report.ledger.working : []
  }

  fence(epoch: Epoch): void {
    this.#request({ kind: 'fence', epoch })
  }

  askLedger(): void {
    this.#request({ kind: 'ledger' })
  }

  cancel(order: OrderId, epoch: Epoch): void {
    this.#request({ kind: 'cancel', order, epoch })
  }

  /** Time passes in steps of 50 ms. */
  pass(milliseconds: number): void {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      this.now += 50_000
      this.clearance.tick(this.now as Micros)
    }
  }

  #request(request: VenueRequest): void {
    this.sent.push({ kind: request.kind, at: this.now })
    if (this.loses()) return
    for (const report of this.#exchange.request(request, after(2)).reports) {
      if (!this.loses()) this.clearance.report(report)
    }
  }
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `o${index}`)

describe('a cancel-only venue', () => {
  it('has no words for an order or a login', () =>
    expectTypeOf<CancelOnlyRequest['kind']>().toEqualTypeOf<'fence' | 'ledger' | 'cancel'>())
})

describe('a clearance', () => {
  it('fences, asks what works, cancels it, and asks again until nothing does', () => {
    const bench = new Bench(ids(3))
    bench.pass(3_000)
    expect(bench.sent.map(({ kind }) => kind)).toEqual([
      'fence',
      'ledger',
      'cancel',
      'cancel',
      'cancel',
      'ledger',
    ])
    expect([bench.told, bench.working, bench.clearance.cancels]).toEqual([
      ['3 work', 'done'],
      [],
      3,
    ])
  })

  it('lets in nothing that the dead gateway left under way, and the next life everything', () => {
    const bench = new Bench(['a'])
    bench.pass(50)
    const late = bench.late('late')
    bench.pass(3_000)
    const next = bench.late('next', NEXT)
    expect(late.map((report) => 'code' in report && report.code)).toEqual(['venue.fenced'])
    expect(next.map(({ kind }) => kind)).toEqual(['accepted'])
    expect(bench.told).toEqual(['1 work', 'done'])
  })

  it('believes no ledger from before the fence', () => {
    const bench = new Bench([])
    const ledger = { working: [] } as never
    bench.clearance.report({ kind: 'ledger', at: 0 as Micros, ledger })
    const before = bench.clearance.done
    bench.clearance.report({ kind: 'logged-in', at: 0 as Micros, epoch: DEAD as Epoch, seq: 0 })
    bench.clearance.report({ kind: 'ledger', at: 0 as Micros, ledger })
    const early = bench.clearance.done
    bench.pass(50)
    expect([before, early, bench.clearance.done]).toEqual([false, false, true])
  })

  it('sends at most nine cancels in any second, and all of them in the end', () => {
    const bench = new Bench(ids(40))
    bench.pass(10_000)
    const cancels = bench.sent.filter(({ kind }) => kind === 'cancel').map(({ at }) => at)
    const most = Math.max(
      ...cancels.map((from) => cancels.filter((at) => at >= from && at < from + 1_000_000).length),
    )
    expect([most, cancels.length, bench.working]).toEqual([9, 40, []])
  })

  it('asks again, once a second, while nobody answers', () => {
    const bench = new Bench(ids(1))
    bench.loses = () => true
    bench.pass(4_500)
    const asked = bench.sent.map(({ kind }) => kind)
    bench.loses = () => false
    bench.pass(5_000)
    const round = ['fence', 'ledger']
    expect(asked).toEqual([...round, ...round, ...round, ...round, ...round])
    expect(bench.told).toEqual(['1 work', 'done'])
  })

  it('says nothing more once nothing works', () => {
    const bench = new Bench([])
    bench.pass(50)
    const sent = bench.sent.length
    bench.late('of the next life', NEXT)
    bench.pass(5_000)
    expect([bench.sent.length, bench.told, bench.working.length]).toEqual([sent, ['done'], 1])
  })

  it('clears everything in the end, whatever the line loses', () => {
    const losses = fc.array(fc.boolean(), { maxLength: 60 })
    const holds = fc.property(fc.nat(20), losses, (count, lost) => {
      const bench = new Bench(ids(count))
      const left = [...lost]
      bench.loses = () => left.pop() ?? false
      bench.pass(120_000)
      const done = bench.told.filter((told) => told === 'done').length
      return bench.working.length === 0 && bench.clearance.done && done === 1
    })
    expect(fc.check(holds, { numRuns: 100 }).failed).toBe(false)
  })
})

describe('a pace', () => {
  it('lets no more through in any second than it may', () => {
    const pace = new Pace(2)
    const taken = [0, 1, 2, 999_999, 1_000_000, 1_000_001, 1_000_002].map((at) =>
      pace.take(at as Micros),
    )
    expect(taken).toEqual([true, true, false, false, true, true, false])
  })
})
