import { describe, expect, it } from 'vitest'
import type { Parameters } from '../../../src/core/strategies/index.ts'
import { checkParameters, strategyOf } from '../../../src/core/strategies/index.ts'
import { rehearse } from '../../../workers/strategy/rehearsal.ts'
import { createWalk } from '../../../workers/strategy/walk.ts'
import { SILVER } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'
import { ScriptedModel } from './strategy-fixture.ts'

function parts(kind: string, model?: ScriptedModel) {
  const definition = strategyOf(kind)!
  const parameters = checkParameters(definition, {})
  if (!parameters.ok) throw new Error(parameters.error.message)
  const given: Parameters = parameters.value
  const about = { instrument: SILVER, definition, parameters: given, model }
  return { ...about, mode: 'simulated', wanted: () => true } as const
}

describe('a rehearsal', () => {
  it.each([
    ['those it is given, again and again', 100],
    ['a walk of its own, where it is given none', 0],
  ])('plays three thousand quotes: %s', async (_, count) => {
    const model = new ScriptedModel()
    const played = await rehearse(quoteWalk(SILVER, count), parts('model', model))
    expect([played, model.asked.length]).toEqual([3_000, 3_000])
  })

  it('needs no model where its strategy needs none', async () => {
    expect(await rehearse([], parts('imbalance'))).toBe(3_000)
  })

  it('ends once nobody wants it any more', async () => {
    const model = new ScriptedModel()
    const wanted = () => model.asked.length < 100
    const played = await rehearse([], { ...parts('model', model), wanted })
    expect(played).toBeLessThan(200)
  })

  it('moves features by its walk: books that walk, volumes that grow', () => {
    const walk = createWalk(SILVER)
    const quotes = Array.from({ length: 200 }, () => walk())
    const volumes = quotes.map(({ volume }) => volume)
    const bids = new Set(quotes.map(({ bidPrices }) => bidPrices[0]))
    expect(bids.size).toBeGreaterThan(3)
    expect(volumes).toEqual(volumes.toSorted((one, other) => one - other))
    expect(quotes.every(({ bidPrices, askPrices }) => bidPrices[0]! < askPrices[0]!)).toBe(true)
  })
})
