import { describe, expect, it } from 'vitest'
import type { SayingCode } from '../../../src/core/contracts/index.ts'
import {
  SAYINGS,
  asSaid,
  failure,
  saying,
  sayingOf,
  sayingText,
  slotsOf,
} from '../../../src/core/contracts/index.ts'
import { TEXTS, sayingWords, sayingsWords, translator } from '../../../src/renderer/words/index.ts'

const CODES = Object.keys(SAYINGS) as SayingCode[]
const compare = (one: string, other: string): number => one.localeCompare(other)
const [en, zh] = [translator('en'), translator('zh')]

describe('what processes say, in the window', () => {
  it('has every sentence of the table in English, word for word', () => {
    expect(CODES.map((code) => TEXTS.en[`saying.${code}`])).toEqual(
      CODES.map((code) => SAYINGS[code]),
    )
  })

  it('has every sentence in Chinese, with exactly the same slots', () => {
    const inOrder = (names: readonly string[]): string => [...names].sort(compare).join()
    const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => String(slot))
    const other = CODES.filter(
      (code) => inOrder(slots(TEXTS.zh[`saying.${code}`])) !== inOrder(slotsOf(code)),
    )
    expect(other).toEqual([])
  })

  it('is Chinese wherever there is more than slots', () => {
    const bare = (text: string): string => text.replaceAll(/\{\w+\}/g, '')
    const latin = CODES.filter(
      (code) =>
        /[a-z]{3}/.test(bare(SAYINGS[code])) && !/\p{Script=Han}/u.test(TEXTS.zh[`saying.${code}`]),
    )
    expect(latin).toEqual([])
  })

  it('follows the language', () => {
    const agree = saying('state.books-agree')
    expect([sayingWords(agree, en), sayingWords(agree, zh)]).toEqual([
      'the books agree with the venue',
      '账目与交易所一致',
    ])
  })

  it('follows it all the way down, in lists too', () => {
    const differences = [
      saying('books.long', { symbol: 'DCE.m2101', ours: 1, theirs: 0 }),
      saying('books.order-here', { order: 'o-1' }),
    ]
    const lifted = saying('state.lifted', {
      reason: saying('state.books-differ', { differences }),
    })
    expect(sayingWords(lifted, zh)).toBe(
      '已解除：账目与交易所不符：DCE.m2101 多头：本地 1，交易所 0；委托 o-1：本地为挂单，交易所已无',
    )
    expect(sayingWords(lifted, en)).toBe(sayingText(lifted))
  })

  it('names torn-off panels as their titles do, others as they were told', () => {
    const alone = (panel: string) => saying('window.panel', { panel, number: 3 })
    const windows = saying('beat.windows', {
      windows: [saying('window.desk', { number: 1 }), alone('ladder-b'), alone('book 2')],
    })
    expect([sayingWords(windows, en), sayingWords(windows, zh)]).toEqual([
      'windows: the desk (number 1); Ladder alone (number 3); book 2 alone (number 3)',
      '窗口：主界面（1 号）；独立面板 盘口梯（3 号）；独立面板 book 2（3 号）',
    ])
  })

  it('says several things in one line', () => {
    const notes = [saying('beat.waits-gateway'), sayingOf(failure('store.slow', 'over 1 s'))]
    expect(sayingsWords(notes, zh)).toBe(
      `等待网关；${TEXTS.zh['code.store.slow']}（原文：over 1 s）`,
    )
  })

  it('leaves what a person typed as it was typed', () => {
    const typed = asSaid('吃午饭 {person} -3')
    expect([sayingWords(typed, en), sayingWords(typed, zh)]).toEqual([
      '吃午饭 {person} -3',
      '吃午饭 {person} -3',
    ])
  })

  it('says what the code of a failure means, and its own words behind', () => {
    const full = sayingOf(failure('journal.write', 'the disk is full'))
    const waits = saying('gateway.waits', { owner: 'alpha', symbol: 'ag2012', failure: full })
    expect(sayingWords(waits, zh)).toBe(
      `alpha 在 ag2012 等待：${TEXTS.zh['code.journal.write']}（原文：the disk is full）`,
    )
  })

  it('shows a failure of a newer program as it was said', () => {
    const newer = { code: 'failure', values: { code: 'moon.full', message: 'it shines' } } as const
    expect([sayingWords(newer, zh), sayingWords(newer, en)]).toEqual([
      'it shines [moon.full]',
      'it shines [moon.full]',
    ])
  })

  it('shows money and figures as the window does', () => {
    const loss = saying('state.day-loss', { resultCny: -50_012.5, limitCny: -50_000 })
    const why = saying('why.imbalance', { top: '-0.75', levels: '-0.25', flow: '-12' })
    expect([sayingWords(loss, zh), sayingWords(loss, en), sayingWords(why, en)]).toEqual([
      '当日盈亏 −50,012.50 元，达到限额 −50,000.00 元',
      "the day's result of −50,012.50 CNY reached the limit of −50,000.00",
      'top −0.75, five levels −0.25, flow −12 lots',
    ])
  })
})
