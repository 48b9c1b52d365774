import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asSaid } from '../../../../src/core/contracts/index.ts'
import { MICROS_PER_SECOND } from '../../../../src/core/domain/index.ts'
import type { StrategyEffect } from '../../../../src/core/engine/strategy/index.ts'
import { HOLD, INFER, strategyOf, want } from '../../../../src/core/strategies/index.ts'
import { SILVER } from '../fixture/market.ts'
import { breach } from '../fixture/property.ts'
import { asked, prediction, StrategyBench, targets } from '../fixture/strategy-bench.ts'

describe('a strategy and its model', () => {
  it('has one question out at most, and asks about the newest quote next', () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    const questions = [bench.quote(), bench.quote(), bench.quote()].map(asked)
    questions.push(asked(bench.answer(1)), asked(bench.answer(3)), asked(bench.quote()))
    expect(questions).toEqual([[1], [], [], [3], [], [4]])
  })

  it('passes over an answer to another question, and one that comes twice', () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    bench.quote()
    bench.quote()
    const effects = [bench.answer(2), bench.answer(0), bench.answer(1), bench.answer(1)]
    expect(effects.map(({ length }) => length)).toEqual([0, 0, 2, 0])
    expect(bench.seen.filter((each) => typeof each !== 'number')).toEqual([[0.1, 0.2, 0.7]])
  })

  it("passes over another owner's answer", () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    bench.quote()
    const foreign = { ...prediction(1, [1, 0, 0], bench.now), owner: 2 as never }
    expect(bench.engine.prediction(foreign, bench.now)).toEqual([])
    expect(asked(bench.answer(1))).toEqual([])
  })

  it('hands a copy of the features over, and tells what was predicted', () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    const [effect] = bench.quote()
    const request = effect?.kind === 'infer' ? effect.request : undefined
    const before = Array.from(request?.features ?? [])
    bench.quote({ bid: 4_990, ask: 5_010, last: 4_995 })
    expect(Array.from(request?.features ?? [])).toEqual(before)
    expect(before).not.toEqual(Array.from(bench.engine.features.values))
    expect(bench.answer(1)[0]).toEqual({
      kind: 'publish',
      fact: prediction(1, [0.1, 0.2, 0.7], bench.now),
    })
  })

  it('never has two questions out, whatever comes', () => {
    const eventArbitrary = fc.constantFrom('quote', 'answer', 'stale', 'open', 'close')
    const holds = (events: readonly string[]) => {
      const bench = new StrategyBench()
      bench.onQuote = INFER
      let out: number | undefined
      for (const event of events) {
        if (event === 'open' || event === 'close') bench.engine.gap(event === 'open')
        let effects: readonly StrategyEffect[] = []
        if (event === 'quote') effects = bench.quote()
        if (event === 'stale') effects = bench.answer((out ?? 1) - 1)
        if (event === 'answer' && out !== undefined) {
          effects = bench.answer(out)
          out = undefined
        }
        for (const generation of asked(effects)) {
          if (out !== undefined) return false
          out = generation
        }
      }
      return true
    }
    expect(breach(fc.array(eventArbitrary, { maxLength: 40 }), holds, 300)).toBeUndefined()
  })
})

describe('a strategy and its targets', () => {
  it('says what it saw, what it decided and why, then wants it', () => {
    const bench = new StrategyBench()
    bench.onQuote = want(-3, 'join', asSaid('it falls'))
    const effects = bench.quote()
    const { now: at, engine } = bench
    const common = { at, owner: 1, instrument: 0 }
    const features = Array.from(engine.features.values)
    expect(effects).toEqual([
      { kind: 'publish', fact: { kind: 'signal', ...common, features } },
      {
        kind: 'publish',
        fact: { kind: 'decision', ...common, target: -3, why: asSaid('it falls') },
      },
      {
        kind: 'target',
        command: {
          kind: 'TargetPosition',
          id: 'alpha-14-1',
          sender: 'alpha',
          epoch: 3,
          validUntil: at + MICROS_PER_SECOND,
          owner: 1,
          instrument: 0,
          target: -3,
          style: 'join',
          decidedOn: at,
          saidAt: NaN,
          stages: [],
        },
      },
    ])
  })

  it('wants what a prediction leads to', () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    bench.onPrediction = want(2, 'cross', asSaid('it rises'))
    bench.quote()
    expect(targets(bench.answer(1)).map(({ target }) => target)).toEqual([2])
  })

  it('sends nothing while quotes are missing, and asks its strategy nothing', () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    bench.quote()
    bench.engine.gap(true)
    bench.onQuote = want(1, 'cross', asSaid(''))
    bench.onPrediction = want(1, 'cross', asSaid(''))
    const during = [bench.quote(), bench.answer(1)].flatMap(targets)
    bench.engine.gap(false)
    expect([during, targets(bench.quote()).length, bench.seen]).toEqual([[], 1, [5_000, 5_000]])
  })

  it('sends a refused target again after a second, under a new id and a new deadline', () => {
    const bench = new StrategyBench()
    bench.onQuote = want(2, 'cross', asSaid(''))
    const [first] = targets(bench.quote())
    bench.onQuote = HOLD
    bench.acknowledge(first!, 'refused')
    const soon = targets(bench.quote({}, MICROS_PER_SECOND - 1))
    const due = targets(bench.quote({}, 1))
    const { now } = bench
    const again = {
      ...first!,
      id: 'alpha-14-2',
      validUntil: now + MICROS_PER_SECOND,
      decidedOn: now,
      saidAt: NaN,
      stages: [],
    }
    expect([soon, due, targets(bench.quote({}, MICROS_PER_SECOND))]).toEqual([[], [again], []])
  })

  it('waits twice as long after every refusal in a row, a minute or so at most', () => {
    const bench = new StrategyBench()
    bench.onQuote = want(2, 'cross', asSaid(''))
    let [sent] = targets(bench.quote())
    bench.onQuote = HOLD
    const waits: number[] = []
    for (let refusal = 0; refusal < 9; refusal++) {
      bench.acknowledge(sent!, 'refused')
      let waited = 0
      for (sent = undefined; sent === undefined; waited++) {
        sent = targets(bench.quote({}, MICROS_PER_SECOND))[0]
      }
      waits.push(waited)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 64, 64])
  })

  it('is patient for a second again once a target was accepted', () => {
    const bench = new StrategyBench()
    bench.onQuote = want(2, 'cross', asSaid(''))
    for (const outcome of ['refused', 'refused', 'accepted', 'refused'] as const) {
      bench.acknowledge(targets(bench.quote())[0]!, outcome)
    }
    bench.onQuote = HOLD
    expect(targets(bench.quote({}, MICROS_PER_SECOND))).toHaveLength(1)
  })

  it.each([
    ['accepted', 0],
    ['refused', 1],
    ['expired', 1],
  ] as const)('that were %s are sent again %i times', (outcome, times) => {
    const bench = new StrategyBench()
    bench.onQuote = want(2, 'cross', asSaid(''))
    const [first] = targets(bench.quote())
    bench.onQuote = HOLD
    bench.acknowledge(first!, outcome)
    expect(targets(bench.quote({}, 2 * MICROS_PER_SECOND))).toHaveLength(times)
  })

  it('gives a refused target up for a newer one', () => {
    const bench = new StrategyBench()
    bench.onQuote = want(2, 'cross', asSaid(''))
    const [first] = targets(bench.quote())
    bench.acknowledge(first!, 'refused')
    bench.onQuote = want(-2, 'cross', asSaid(''))
    const [second] = targets(bench.quote())
    bench.onQuote = HOLD
    bench.acknowledge(second!, 'accepted')
    bench.acknowledge(first!, 'refused')
    expect(targets(bench.quote({}, 2 * MICROS_PER_SECOND))).toEqual([])
  })

  it('means them for the life of the gateway that it knows', () => {
    const bench = new StrategyBench()
    bench.engine.gatewayEpoch(9 as never)
    bench.onQuote = want(2, 'cross', asSaid(''))
    expect(targets(bench.quote())[0]?.epoch).toBe(9)
  })
})

describe('the same facts', () => {
  it('bring the same effects', () => {
    const run = () => {
      const definition = strategyOf('imbalance')!
      const defaults = Object.entries(definition.parameters).map(([name, facts]) => [
        name,
        facts.default,
      ])
      const parameters = { ...Object.fromEntries(defaults), enter: 0, depth: 0, rest: 1 } as never
      const bench = new StrategyBench(definition.create(parameters, SILVER, 0 as never))
      const effects: StrategyEffect[] = []
      for (let step = 0; step < 400; step++) {
        const bid = 5_000 + ((step * step) % 7) - ((step * 5) % 3)
        effects.push(...bench.quote({ bid, ask: bid + 1 + (step % 2), last: bid }, 500_000))
      }
      return { effects, now: bench.now }
    }
    const first = run()
    expect(run()).toEqual(first)
    expect(targets(first.effects).length).toBeGreaterThan(10)
  })
})
