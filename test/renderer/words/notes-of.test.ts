import { describe, expect, it } from 'vitest'
import type { Saying } from '../../../src/core/contracts/index.ts'
import {
  asSaid,
  explained,
  saying,
  sayingOf,
  sayingsText,
} from '../../../src/core/contracts/index.ts'
import { detailWords, translator } from '../../../src/renderer/words/index.ts'
import { notesOf } from '../../../src/renderer/words/notes-of.ts'

const SPAN = { from: '20200101', until: '20200630' }
const NOTES: readonly Saying[] = [
  saying('instrument.no-fact', { fact: saying('fact.fee'), day: '20200821' }),
  saying('instrument.approximate-because', {
    fact: saying('fact.margin'),
    source: 'a table; a book (2nd)',
    why: saying('because.commissions', SPAN),
  }),
  saying('instrument.approximate', { fact: saying('fact.session'), source: 'the exchange' }),
  saying('instrument.listed-from', { product: 'ag', day: '20200821' }),
  sayingOf(explained('product.unknown/no-product', { symbol: 'SHFE.zz2010', product: 'zz' })),
  saying('instrument.expired', { day: '20200821' }),
]

describe('notes of an instrument within a refusal', () => {
  it('are told apart again, whatever stands in them', () => {
    expect(notesOf(sayingsText(NOTES))).toEqual(NOTES)
    expect(NOTES.map((note) => notesOf(sayingsText([note])))).toEqual(NOTES.map((note) => [note]))
  })

  it('stay in their words where they are somebody else’s', () => {
    const expired = saying('instrument.expired', { day: '20200821' })
    expect(notesOf('its fee is odd; it expired on 20200821')).toEqual([
      asSaid('its fee is odd'),
      expired,
    ])
    expect(notesOf('')).toEqual([asSaid('')])
  })

  it('are in the window’s language', () => {
    const refusal = explained('risk.instrument/shown', {
      symbol: 'SHFE.ag2012',
      notes: sayingsText([NOTES[0]!, NOTES[5]!]),
    })
    expect(detailWords(refusal, translator('zh'))).toBe(
      'SHFE.ag2012 只显示，不交易：没有 20200821 的手续费资料；已于 20200821 到期',
    )
    expect(detailWords(refusal, translator('en'))).toBe(refusal.message)
  })
})
