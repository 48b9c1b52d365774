import { describe, expect, it } from 'vitest'
import { asSaid } from '../../../../src/core/contracts/index.ts'
import { HOLD, INFER, want } from '../../../../src/core/strategies/index.ts'
import { marketQuote } from '../fixture/market.ts'
import { asked, prediction, StrategyBench, targets } from '../fixture/strategy-bench.ts'

const walk = (count: number) =>
  Array.from({ length: count }, (_, step) => {
    const bid = 5_000 + ((step * step) % 7)
    return marketQuote({ at: 1_000 * step, bid, ask: bid + 1, last: bid })
  })

describe('a strategy that is warmed', () => {
  it('sees features as if it had followed all along, and decides nothing of it', () => {
    const [followed, warmed] = [new StrategyBench(), new StrategyBench()]
    warmed.onQuote = want(1, 'cross', asSaid(''))
    for (const quote of walk(100)) {
      followed.engine.quote(quote, followed.now)
      warmed.engine.warm(quote)
    }
    expect(warmed.seen).toEqual([])
    expect(warmed.engine.features.values).toEqual(followed.engine.features.values)
  })

  it('begins anew once it forgot', () => {
    const [fresh, forgetful] = [new StrategyBench(), new StrategyBench()]
    for (const quote of walk(80)) forgetful.engine.warm(quote)
    forgetful.engine.forget()
    for (const quote of walk(50)) {
      fresh.engine.warm(quote)
      forgetful.engine.warm(quote)
    }
    expect(forgetful.engine.features.values).toEqual(fresh.engine.features.values)
  })

  it('takes no answer to a question that it forgot, and may ask at once', () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    bench.onPrediction = want(1, 'cross', asSaid(''))
    bench.quote()
    bench.quote()
    bench.engine.forget()
    expect([bench.answer(1), asked(bench.quote())]).toEqual([[], [3]])
  })
})

describe('a question that was not put yet', () => {
  it('becomes one about the newest quote', () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    bench.onPrediction = want(1, 'cross', asSaid(''))
    for (const last of [5_000, 5_001, 5_002]) bench.quote({ last })
    const renewed = bench.engine.renewQuestion(bench.now)
    const features = Array.from(bench.engine.features.values)
    expect(renewed).toEqual({
      owner: 1,
      instrument: 0,
      quoteAt: bench.now,
      generation: 3,
      features: Float32Array.from(features),
    })
    expect([bench.answer(1), targets(bench.answer(3)).length]).toEqual([[], 1])
  })

  it('stays what it is where no newer quote came', () => {
    const bench = new StrategyBench()
    bench.onQuote = INFER
    bench.quote()
    expect(bench.engine.renewQuestion(bench.now)).toBeUndefined()
    bench.engine.prediction(prediction(1, [1, 0, 0], bench.now), bench.now)
    expect(bench.engine.renewQuestion(bench.now)).toBeUndefined()
  })
})

describe('another strategy in its place', () => {
  it('decides from now on, and what was wanted stands', () => {
    const bench = new StrategyBench()
    const before = bench.engine.wanted
    bench.onQuote = want(2, 'cross', asSaid(''))
    bench.quote()
    const wanted = bench.engine.wanted
    const next = want(-1, 'cross', asSaid('the other'))
    bench.engine.replaceStrategy({ onQuote: () => next, onPrediction: () => HOLD })
    expect([before, wanted, targets(bench.quote()).map(({ target }) => target)]).toEqual([
      undefined,
      2,
      [-1],
    ])
  })
})
