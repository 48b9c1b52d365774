import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Price } from '../../../../src/core/domain/index.ts'
import { render } from '../../../../src/main/app/terminal/render.ts'
import { statusLine } from '../../../../src/main/app/terminal/status-line.ts'
import { bookFixture, viewFixture } from './view-fixture.ts'

const NONE = new Array<Price>(5).fill(NaN as Price)

function plain(
  ...given: Parameters<typeof viewFixture>
): (width: number, height: number) => string[] {
  return (width, height) =>
    render(viewFixture(...given), width, height, false).map((line) => line.trimEnd())
}

describe('the table', () => {
  it('fits a terminal of 80 columns and 24 rows', () => {
    const empty = bookFixture({
      symbol: 'SIM.cu',
      last: NaN as Price,
      change: NaN,
      bidPrices: NONE,
      askPrices: NONE,
      spread: NaN,
      volume: NaN,
    })
    expect(plain({ books: [bookFixture(), empty] })(80, 24)).toEqual([
      ' SIMULATED  ACTIVE  2026-01-05 10:30:05  day 20260105  6 ticks/s         q quit',
      ' balance 10,000,000.50  free 9,900,000.00  day P&L +0.50  fees 12.34',
      'SIM.ag             5501 +1 SIM.cu                   –',
      '   12    5500  5501      8             ·  ·',
      '  345    5499  5502     20             ·  ·',
      ' 9999    5498  5503     30             ·  ·',
      '  12k    5497  5504     40             ·  ·',
      '   2m    5496  5505     50             ·  ·',
      'spread 1       12,345 lots',
      '',
      'position                  long  today    short  today   open P&L',
      'rule     SIM.ag              3      1         0      0     -45.00',
      'working orders',
      'model    SIM.ag       sell closeToday limit        5502 0/1     working',
      'fills',
      '10:30:05 rule     SIM.ag       buy  open          1 @ 5501      fee 4.13',
      'messages',
      '10:30:05 active (reconciled): the books agree',
    ])
  })

  it('shows why trading is halted, and the key that lifts it', () => {
    const [first, , third] = plain({ state: 'halted', reason: 'the disk is full' })(80, 24)
    expect(third).toBe(' the disk is full')
    expect(first).toMatch(/ HALTED .* u unlock {2}q quit$/)
  })

  it('offers the keys that stop trading, and the one that takes the venue’s books over', () => {
    const heads = [{}, { state: 'halted', cause: 'mismatch' } as const].map(
      (view) => plain(view)(100, 24)[0],
    )
    expect(heads).toEqual([
      expect.stringMatching(/ h halt {2}f flatten {2}q quit$/),
      expect.stringMatching(/ a accept {2}q quit$/),
    ])
  })

  it('names the speed of a replay', () => {
    const heads = [10, Infinity].map((speed) => plain({ mode: 'replay', speed })(80, 24)[0])
    expect(heads.map((head) => head?.slice(0, 20))).toEqual([
      ' REPLAY ×10  ACTIVE ',
      ' REPLAY max  ACTIVE ',
    ])
  })

  it('gives books of one level four rows less, and as many as the height has room for', () => {
    const shallow = bookFixture({
      bidPrices: [5500 as Price, ...NONE.slice(1)],
      askPrices: [5501 as Price, ...NONE.slice(1)],
    })
    const books = new Array(30).fill(shallow)
    const rows = (height: number) =>
      plain({ books })(80, height).filter((line) => line.startsWith('SIM.ag ')).length
    expect([rows(24), rows(30), rows(60)]).toEqual([3, 5, 10])
  })

  it('puts the lists side by side where there is room', () => {
    const lines = plain({})(160, 30)
    expect(lines.find((line) => line.startsWith('position'))?.slice(80)).toBe('fills')
  })

  it('wraps long messages between words', () => {
    const text = `${'word '.repeat(20)}end`
    const lines = plain({ messages: [{ number: 1, at: viewFixture().now, ok: false, text }] })(
      60,
      24,
    )
    expect(lines.slice(-3)).toEqual([
      `10:30:05 ${'word '.repeat(10).trim()}`,
      `         ${'word '.repeat(10).trim()}`,
      '         end',
    ])
  })

  it('never exceeds the terminal, whatever its size', () => {
    assert(
      property(integer({ min: 20, max: 250 }), integer({ min: 5, max: 80 }), (width, height) => {
        const books = new Array(12).fill(bookFixture())
        const lines = render(viewFixture({ books, state: 'halted' }), width, height, false)
        expect(lines.length).toBeLessThanOrEqual(height)
        expect(lines.every((line) => line.length === width)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('paints what rose red and what fell green', () => {
    const books = [
      bookFixture(),
      bookFixture({ symbol: 'SIM.au', last: 449.5 as Price, change: -0.5, decimals: 2 }),
    ]
    const line = render(viewFixture({ books }), 80, 24, true)[2]
    expect(line).toBe(
      '\x1b[1mSIM.ag\x1b[0m\x1b[31m             5501 +1\x1b[0m ' +
        '\x1b[1mSIM.au\x1b[0m\x1b[32m        449.50 -0.50\x1b[0m' +
        ' '.repeat(27),
    )
  })
})

describe('the line for output that is no terminal', () => {
  it('has all that counts', () => {
    expect(statusLine(viewFixture({ state: 'halted', reason: 'a person' }))).toBe(
      '2026-01-05 10:30:05  simulated  halted (a person)  12,345 ticks (6/s)  7 orders  5 fills  ' +
        'day P&L +0.50  balance 10,000,000.50',
    )
  })
})
