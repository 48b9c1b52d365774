import { describe, expect, it } from 'vitest'
import { saying } from '../../../src/core/contracts/index.ts'
import type { Lots } from '../../../src/core/domain/index.ts'
import { FEATURE_NAMES, featureIndex } from '../../../src/core/engine/features/index.ts'
import type { Strategy } from '../../../src/core/strategies/index.ts'
import { checkParameters, HOLD, strategyOf, want } from '../../../src/core/strategies/index.ts'
import { marketQuote, SILVER } from '../engine/fixture/market.ts'

function imbalance(given: object = {}, held = 0): Strategy {
  const definition = strategyOf('imbalance')!
  const checked = checkParameters(definition, { rest: 0, ...given })
  if (!checked.ok) throw new Error(checked.error.message)
  return definition.create(checked.value, SILVER, held as Lots)
}

/** Features of which all but three are NaN. */
function features(top: number, depth: number, flow: number): Float32Array {
  const values = new Float32Array(FEATURE_NAMES.length).fill(NaN)
  values[featureIndex('top_imbalance')] = top
  values[featureIndex('depth_imbalance')] = depth
  values[featureIndex('order_flow_imbalance_32')] = flow
  return values
}

type Seen = readonly [top: number, depth: number, flow: number]

function targets(strategy: Strategy, seen: readonly Seen[]): (number | undefined)[] {
  return seen.map((each) => {
    const verdict = strategy.onQuote(marketQuote(), features(...each))
    return verdict.kind === 'target' ? verdict.target : undefined
  })
}

describe('the imbalance strategy', () => {
  it.each([
    ['all three agree', [0.5, 0.25, 1], 2],
    ['the top is too even', [0.25, 0.25, 1], undefined],
    ['five levels do not agree', [0.75, 0, 1], undefined],
    ['the flow is still', [0.75, 0.25, 0], undefined],
    ['the flow is against it', [0.75, 0.25, -1], undefined],
    ['all three agree on the way down', [-0.5, -0.25, -1], -2],
    ['the flow of a fall is against it', [-0.75, -0.25, 1], undefined],
    ['nothing is known yet', [NaN, NaN, NaN], undefined],
    ['the flow is not known yet', [0.75, 0.25, NaN], undefined],
  ] as const)('when %s, %j leads to %s', (_name, seen, target) => {
    expect(targets(imbalance({ lots: 2 }), [seen])).toEqual([target])
  })

  it('holds on until the top turns, then is flat, then short', () => {
    const seen: Seen[] = [
      [0.75, 0.25, 1],
      [0.25, 0, -1],
      [-0.25, 0, -1],
      [-0.25, 0, -1],
      [-0.75, -0.25, -1],
      [0.25, 0, 1],
    ]
    expect(targets(imbalance(), seen)).toEqual([1, undefined, 0, undefined, -1, 0])
  })

  it('turns round at once where everything does', () => {
    expect(
      targets(imbalance(), [
        [0.75, 0.25, 1],
        [-0.75, -0.25, -1],
      ]),
    ).toEqual([1, -1])
  })

  it('rests between two changes', () => {
    const up: Seen = [0.75, 0.25, 1]
    const down: Seen = [-0.75, -0.25, -1]
    expect(targets(imbalance({ rest: 2 }), [up, down, down, down, up])).toEqual([
      1,
      undefined,
      undefined,
      -1,
      undefined,
    ])
  })

  it('goes on from what its last life held', () => {
    expect(
      targets(imbalance({}, 1), [
        [0.75, 0.25, 1],
        [-0.25, 0, 0],
      ]),
    ).toEqual([undefined, 0])
  })

  it('tells style and figures', () => {
    const verdict = imbalance({ style: 'join' }).onQuote(marketQuote(), features(0.75, 0.25, 12))
    expect(verdict).toEqual(
      want(1, 'join', saying('why.imbalance', { top: '0.75', levels: '0.25', flow: '12' })),
    )
  })

  it('listens to no model', () => {
    expect(imbalance().onPrediction([1, 0, 0])).toBe(HOLD)
  })

  it('tells what it would have wanted of other features at its last change', () => {
    const strategy = imbalance({ lots: 2 })
    const wanted = (...seen: Seen) => strategy.wouldWant?.(features(...seen))
    const before = wanted(0.75, 0.25, 1)
    strategy.onQuote(marketQuote(), features(0.75, 0.25, 1))
    const opened = [wanted(0.75, 0.25, 1), wanted(0, 0.25, 1), wanted(0.75, 0.25, 0)]
    strategy.onQuote(marketQuote(), features(-0.25, 0, -1))
    const closed = [wanted(-0.25, 0, -1), wanted(0, 0, -1), wanted(-0.25, 0, 0)]
    expect([before, opened, closed]).toEqual([undefined, [2, 0, 0], [0, 2, 0]])
  })
})
