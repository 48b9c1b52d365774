import { describe, expect, it } from 'vitest'
import type { AttributionFact } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'
import type { InstrumentId, Lots, Micros, OwnerId } from '../../../src/core/domain/index.ts'
import type { StrategyEngine } from '../../../src/core/engine/strategy/index.ts'
import { FEATURE_COUNT, featureIndex } from '../../../src/core/engine/features/index.ts'
import { Afterthoughts } from '../../../workers/strategy/afterthoughts.ts'
import { ScriptedModel } from './strategy-fixture.ts'

const TOP = featureIndex('top_imbalance')
const rule = { needsModel: false, reads: ['top_imbalance'] } as const
const wouldWant = (row: Float32Array): number => (row[TOP]! > 0 ? 1 : 0)
const ENGINE = { wouldWant } as StrategyEngine
const OTHER = { wouldWant } as StrategyEngine

/** A decision of that stamp, and features of which the first is 1. */
function decided(at: number, engine = ENGINE) {
  const about = { owner: 1 as OwnerId, instrument: (engine === ENGINE ? 0 : 1) as InstrumentId }
  const features = new Float32Array(FEATURE_COUNT)
  features[TOP] = 1
  return {
    engine,
    decision: {
      kind: 'decision',
      at: at as Micros,
      ...about,
      target: 1 as Lots,
      why: asSaid(''),
    } as const,
    quoteAt: at as Micros,
    features,
  }
}

function opened() {
  const told: AttributionFact[] = []
  const thoughts = new Afterthoughts({
    definition: rule,
    model: undefined,
    tell: (fact) => told.push(fact),
    pause: () => Promise.resolve(),
  })
  const turn = (now: number): Promise<void> => thoughts.turn(now as Micros)
  return { told, thoughts, turn, stamps: () => told.map(({ at }) => at as number) }
}

describe('the leisure of a strategy', () => {
  it('explains the newest decision only', async () => {
    const { told, thoughts, turn } = opened()
    thoughts.looked(2)
    thoughts.decided(decided(1))
    thoughts.decided(decided(2))
    await turn(0)
    await turn(5_000_000)
    const pushes = new Array<number>(FEATURE_COUNT).fill(NaN)
    const values = new Array<number>(FEATURE_COUNT).fill(0)
    pushes[TOP] = 1
    values[TOP] = 1
    const about = { owner: 1, instrument: 0, quoteAt: 2, label: '', base: 1 }
    expect(told).toEqual([{ kind: 'attribution', at: 2, ...about, values, pushes }])
  })

  it('explains nothing for the terminal alone, and what stands once a window looks', async () => {
    const { thoughts, turn, stamps } = opened()
    thoughts.decided(decided(1))
    await turn(0)
    thoughts.looked(1)
    await turn(1_000_000)
    const before = stamps()
    thoughts.looked(2)
    await turn(2_000_000)
    thoughts.looked(1)
    thoughts.decided(decided(2))
    await turn(9_000_000)
    expect([before, stamps()]).toEqual([[], [1]])
  })

  it('explains an instrument once a second at most, and each on its own', async () => {
    const { thoughts, turn, stamps } = opened()
    thoughts.looked(2)
    thoughts.decided(decided(1))
    await turn(0)
    thoughts.decided(decided(2))
    thoughts.decided(decided(3, OTHER))
    await turn(999_999)
    const before = stamps()
    await turn(1_000_000)
    expect([before, stamps()]).toEqual([
      [1, 3],
      [1, 3, 2],
    ])
  })

  it('explains one at a time, however long a model takes', async () => {
    const model = new ScriptedModel()
    Object.assign(model.manifest, { features: ['top_imbalance'] })
    let go: () => void = () => undefined
    model.held = new Promise((resolve) => {
      go = resolve
    })
    const told: AttributionFact[] = []
    const thoughts = new Afterthoughts({
      definition: { needsModel: true },
      model,
      tell: (fact) => told.push(fact),
      pause: () => Promise.resolve(),
    })
    thoughts.looked(2)
    thoughts.decided(decided(1))
    const first = thoughts.turn(0 as Micros)
    thoughts.decided(decided(2))
    await thoughts.turn(2_000_000 as Micros)
    const asked = model.asked.length
    go()
    await first
    expect([asked, told.map(({ at, label, base }) => [at, label, base])]).toEqual([
      1,
      [[1, 'flat', 1]],
    ])
  })
})
