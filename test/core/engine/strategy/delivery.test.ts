import { describe, expect, it } from 'vitest'
import { asSaid } from '../../../../src/core/contracts/index.ts'
import type { Epoch, IntentId } from '../../../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../../src/core/domain/index.ts'
import { HOLD, want } from '../../../../src/core/strategies/index.ts'
import { StrategyBench, targets } from '../fixture/strategy-bench.ts'

/** A strategy that wanted two lots, once, and says no more. */
function wanting() {
  const bench = new StrategyBench()
  bench.onQuote = want(2, 'cross', asSaid(''))
  const [sent] = targets(bench.quote())
  bench.onQuote = HOLD
  return { bench, sent: sent! }
}

describe('a target that nobody answers', () => {
  it('is lost once it expired, and sent again under a new id', () => {
    const { bench, sent } = wanting()
    const valid = targets(bench.quote({}, MICROS_PER_SECOND))
    const [again] = targets(bench.quote({}, 1))
    const { now } = bench
    expect(valid).toEqual([])
    expect(again).toEqual({
      ...sent,
      id: 'alpha-14-2',
      validUntil: now + MICROS_PER_SECOND,
      decidedOn: now,
    })
  })

  it('is sent again as often as it takes, once a second at most', () => {
    const { bench } = wanting()
    const sent: number[] = []
    for (let quotes = 0; quotes < 40; quotes++) {
      if (targets(bench.quote({}, 250_000)).length > 0) sent.push(quotes)
    }
    expect(sent).toEqual([4, 9, 14, 19, 24, 29, 34, 39])
  })

  it('is not sent again where the answer came late, before that', () => {
    const { bench, sent } = wanting()
    bench.engine.gap(true)
    bench.quote({}, 2 * MICROS_PER_SECOND)
    bench.acknowledge(sent, 'accepted')
    bench.engine.gap(false)
    expect(targets(bench.quote())).toEqual([])
  })

  it('is given up for a newer one', () => {
    const { bench } = wanting()
    bench.onQuote = want(-1, 'cross', asSaid(''))
    const [newer] = targets(bench.quote())
    bench.onQuote = HOLD
    bench.acknowledge(newer!, 'accepted')
    expect(targets(bench.quote({}, 3 * MICROS_PER_SECOND))).toEqual([])
  })
})

describe('a target that never left', () => {
  it('is owed after a second, like one that was refused', () => {
    const { bench, sent } = wanting()
    bench.engine.unsent(sent.id, bench.now)
    const soon = targets(bench.quote({}, MICROS_PER_SECOND - 1))
    const due = targets(bench.quote({}, 1))
    expect([soon, due.map(({ id, target }) => [id, target])]).toEqual([[], [['alpha-14-2', 2]]])
  })

  it('is nothing to a newer target, nor to one that was answered', () => {
    const { bench, sent } = wanting()
    bench.engine.unsent('alpha-14-9' as IntentId, bench.now)
    bench.acknowledge(sent, 'accepted')
    bench.engine.unsent(sent.id, bench.now)
    expect(targets(bench.quote({}, 3 * MICROS_PER_SECOND))).toEqual([])
  })
})

describe("the gateway's next life", () => {
  it.each([
    ['did not answer', () => undefined],
    ['refused', (bench: StrategyBench, sent: never) => bench.acknowledge(sent, 'refused')],
  ] as const)('is told at once what the last one %s', (_, ending) => {
    const { bench, sent } = wanting()
    ending(bench, sent as never)
    bench.engine.gatewayEpoch(4 as Epoch)
    const [again] = targets(bench.quote())
    expect([again?.id, again?.epoch, again?.target]).toEqual(['alpha-14-2', 4, 2])
  })

  it('is not told what the last one accepted: that stands', () => {
    const { bench, sent } = wanting()
    bench.acknowledge(sent, 'accepted')
    bench.engine.gatewayEpoch(4 as Epoch)
    expect(targets(bench.quote({}, 3 * MICROS_PER_SECOND))).toEqual([])
  })

  it('is no other life where the number is the same', () => {
    const { bench, sent } = wanting()
    bench.acknowledge(sent, 'refused')
    bench.engine.gatewayEpoch(3 as Epoch)
    expect(targets(bench.quote())).toEqual([])
  })
})
