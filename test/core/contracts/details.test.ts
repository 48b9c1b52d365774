import { describe, expect, it } from 'vitest'
import type { DetailKey } from '../../../src/core/contracts/index.ts'
import {
  DETAILS,
  ERROR_CODES,
  detailOf,
  explained,
  failure,
} from '../../../src/core/contracts/index.ts'
import { stalenessWords } from '../../../src/core/engine/gateway/staleness.ts'

const KEYS = Object.keys(DETAILS) as DetailKey[]
const slotsOf = (key: DetailKey) =>
  [...DETAILS[key].matchAll(/\{(\w+)\}/g)].map(([, slot]) => String(slot))

/** Any detail, with values of any shape. */
const filled = explained as (
  key: DetailKey,
  values: Readonly<Record<string, string | number>>,
) => ReturnType<typeof failure>

describe('what is said behind a code', () => {
  it('is a failure of that code, in a sentence', () => {
    expect(explained('risk.funds/needs', { needs: 1200.5, free: -3 })).toEqual(
      failure('risk.funds', 'the order needs 1200.5 CNY, -3 are available'),
    )
  })

  it('is known again by its sentence, with what stood in it, whichever it is', () => {
    const odd = ['SHFE.ag2012', '-12.5', 'the books differ: a (b): c; d', 'NaN', '']
    for (const [place, key] of KEYS.entries()) {
      const slots = slotsOf(key)
      const values = slots.map((slot, index) => {
        // Free text stands last, or it could not be told from what follows.
        const text = odd[(place + index) % 2] as string
        return [slot, slot === 'why' || slot === 'notes' ? (odd[2 + (place % 3)] as string) : text]
      })
      const wanted = Object.fromEntries(values) as Readonly<Record<string, string>>
      expect(detailOf(filled(key, wanted))).toEqual({ key, values: wanted })
    }
  })

  it('is nobody else’s words, and none of another code', () => {
    expect([
      detailOf(failure('journal.write', 'ENOSPC: no space left on device')),
      detailOf(failure('risk.funds', 'the venue wants more money')),
      detailOf(failure('risk.price', 'the order needs 1 CNY, 2 are available')),
      detailOf(failure('risk.funds', '')),
    ]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('keeps slots that stand in a value as they are', () => {
    const said = explained('command.state/books-differ', { why: '{mode} {why}' })
    expect(said.message).toBe('the books do not agree with the venue: {mode} {why}')
    expect(detailOf(said)?.values).toEqual({ why: '{mode} {why}' })
  })

  it('stands under a code that there is, without a slot twice', () => {
    for (const key of KEYS) {
      expect(ERROR_CODES).toContain(key.split('/')[0])
      expect(new Set(slotsOf(key)).size).toBe(slotsOf(key).length)
    }
  })

  it('does not compile with a slot too few, or too many', () => {
    // @ts-expect-error -- a slot is missing
    const few = explained('risk.funds/needs', { needs: 1 })
    // @ts-expect-error -- it has no slots
    const many = explained('risk.state/venue', { needs: 1 })
    expect([few.message, many.message]).toEqual([
      'the order needs 1 CNY, {free} are available',
      'the venue is not connected; wait until it has answered',
    ])
  })

  it('knows all ways in which the gate finds a quote too old', () => {
    const keys = (['never', 'gap', 'feed', 'quote'] as const).map((why) => {
      const words = stalenessWords({
        why,
        feedAge: 1_500_000,
        quoteAge: 4_000_000,
        most: 3_000_000,
      })
      return detailOf(failure('risk.stale', `SHFE.ag2012: ${words}`))
    })
    const ages = { symbol: 'SHFE.ag2012', feed: '1.5', quote: '4.0', most: '3.0' }
    expect(keys).toEqual([
      { key: 'risk.stale/never', values: { symbol: 'SHFE.ag2012' } },
      { key: 'risk.stale/gap', values: { symbol: 'SHFE.ag2012' } },
      { key: 'risk.stale/feed', values: ages },
      { key: 'risk.stale/quote', values: ages },
    ])
  })
})
