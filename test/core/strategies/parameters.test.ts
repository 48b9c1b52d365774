import { describe, expect, it } from 'vitest'
import { checkParameters, STRATEGIES, strategyOf } from '../../../src/core/strategies/index.ts'

const IMBALANCE = strategyOf('imbalance')!
const DEFAULTS = { enter: 0.5, exit: 0, depth: 0.1, lots: 1, rest: 4, style: 'cross' }

const refused = (message: string) => ({ ok: false, error: { code: 'config.value', message } })

describe('parameters of a strategy', () => {
  it('are filled in where they are left out', () => {
    expect(checkParameters(IMBALANCE, { lots: 3, style: 'join' })).toEqual({
      ok: true,
      value: { ...DEFAULTS, lots: 3, style: 'join' },
    })
  })

  it.each([
    [{ enter: 0 }, true],
    [{ enter: 1 }, true],
    [{ enter: -0.01 }, false],
    [{ enter: 1.01 }, false],
    [{ enter: NaN }, false],
    [{ enter: Infinity }, false],
    [{ enter: '0.5' }, false],
    [{ enter: true }, false],
    [{ lots: 0 }, false],
    [{ lots: 1_001 }, false],
    [{ lots: 1.5 }, false],
    [{ rest: 0.5 }, false],
    [{ style: 'chase' }, false],
    [{ style: 1 }, false],
  ])('%j: within bounds is %s', (given, ok) => {
    expect(checkParameters(IMBALANCE, given).ok).toBe(ok)
  })

  it.each(['entre', 'toString', 'constructor', '__proto__'])(
    'are refused under the name %s',
    (name) => {
      const given = Object.fromEntries([[name, 1]])
      expect(checkParameters(IMBALANCE, given)).toEqual(
        refused(
          `imbalance knows no parameter ${name}; it has enter, exit, depth, lots, rest, style`,
        ),
      )
    },
  )

  it('are refused in words that say what would do', () => {
    expect([
      checkParameters(IMBALANCE, { enter: 2 }),
      checkParameters(IMBALANCE, { lots: 1.5 }),
      checkParameters(IMBALANCE, { style: 'chase' }),
    ]).toEqual([
      refused('imbalance.enter must be a number from 0 to 1, was 2'),
      refused('imbalance.lots must be a whole number from 1 to 1000, was 1.5'),
      refused('imbalance.style must be one of cross, join, was "chase"'),
    ])
  })

  it.each(STRATEGIES.map((definition) => [definition.kind, definition] as const))(
    'of %s have defaults that pass',
    (_kind, definition) => {
      expect(checkParameters(definition, {}).ok).toBe(true)
    },
  )
})

describe('the registry of strategies', () => {
  it('knows each kind once, and no other', () => {
    const kinds = STRATEGIES.map(({ kind }) => kind)
    expect([new Set(kinds).size, strategyOf('none'), kinds.map(strategyOf)]).toEqual([
      kinds.length,
      undefined,
      STRATEGIES,
    ])
  })
})
