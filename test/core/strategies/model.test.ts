import { describe, expect, it } from 'vitest'
import { saying } from '../../../src/core/contracts/index.ts'
import type { Lots } from '../../../src/core/domain/index.ts'
import type { Strategy } from '../../../src/core/strategies/index.ts'
import { checkParameters, INFER, strategyOf, want } from '../../../src/core/strategies/index.ts'
import { marketQuote, SILVER } from '../engine/fixture/market.ts'

function model(given: object = {}, held = 0): Strategy {
  const definition = strategyOf('model')!
  const checked = checkParameters(definition, { rest: 0, ...given })
  if (!checked.ok) throw new Error(checked.error.message)
  return definition.create(checked.value, SILVER, held as Lots)
}

function targets(strategy: Strategy, outputs: readonly (readonly number[])[]) {
  return outputs.map((each) => {
    const verdict = strategy.onPrediction(each)
    return verdict.kind === 'target' ? verdict.target : undefined
  })
}

describe('the model strategy', () => {
  it('asks about every quote', () => {
    expect(model().onQuote(marketQuote(), new Float32Array(0))).toBe(INFER)
  })

  it.each([
    ['a rise is likely enough', [0.1, 0.3, 0.6], 2],
    ['a rise is not likely enough', [0.1, 0.31, 0.59], undefined],
    ['a fall is likely enough', [0.6, 0.3, 0.1], -2],
    ['nothing is likely', [0.3, 0.4, 0.3], undefined],
    ['the model says NaN', [NaN, NaN, NaN], undefined],
    ['the model says nothing', [], undefined],
  ])('when %s, %j leads to %s', (_name, outputs, target) => {
    expect(targets(model({ lots: 2 }), [outputs])).toEqual([target])
  })

  it('takes the likelier of two that are likely enough', () => {
    const both = { up: 0.3, down: 0.3 }
    expect(
      targets(model(both), [
        [0.3, 0.2, 0.5],
        [0.5, 0.2, 0.3],
      ]),
    ).toEqual([1, -1])
  })

  it('takes a tie of two that are likely enough for a fall', () => {
    expect(targets(model({ up: 0.3, down: 0.3 }), [[0.4, 0.2, 0.4]])).toEqual([-1])
  })

  it('leaves once its side is no longer likely, and holds on until then', () => {
    const long = [0.1, 0.1, 0.8]
    const fading = [0.2, 0.4, 0.4]
    const gone = [0.3, 0.31, 0.39]
    expect(targets(model(), [long, fading, gone, gone])).toEqual([1, undefined, 0, undefined])
    const mirrored = [long, fading, gone].map((each) => each.toReversed())
    expect(targets(model(), mirrored)).toEqual([-1, undefined, 0])
  })

  it('rests between two changes, counted in predictions', () => {
    const up = [0, 0.2, 0.8]
    const down = [0.8, 0.2, 0]
    expect(targets(model({ rest: 2 }), [up, down, down, down])).toEqual([
      1,
      undefined,
      undefined,
      -1,
    ])
  })

  it('goes on from what its last life held', () => {
    expect(
      targets(model({}, -1), [
        [0.8, 0.1, 0.1],
        [0.3, 0.4, 0.3],
      ]),
    ).toEqual([undefined, 0])
  })

  it('tells style and figures', () => {
    expect(model({ style: 'join' }).onPrediction([0.1, 0.2, 0.7])).toEqual(
      want(1, 'join', saying('why.model', { down: '0.10', up: '0.70' })),
    )
  })
})
