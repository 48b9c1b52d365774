import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duration, size } from '../../../../src/main/app/terminal/figures.ts'
import { render } from '../../../../src/main/app/terminal/render.ts'
import type { TerminalView } from '../../../../src/main/app/terminal/view.ts'
import { bookFixture, processesFixture, viewFixture } from './view-fixture.ts'

const SILENT = 'gateway is silent: the account is as of 4.2 s ago'

function view(overrides: Partial<TerminalView> = {}): TerminalView {
  return viewFixture({ ...processesFixture(), ...overrides })
}

const plain = (shown: TerminalView, width: number, height: number) =>
  render(shown, width, height, false).map((line) => line.trimEnd())

describe('the table of an instance of several processes', () => {
  it('shows processes, latencies and stores beside the account, in 150 columns and 45 rows', () => {
    const lines = plain(view({ books: new Array(5).fill(bookFixture()) }), 150, 45)
    const from = lines.findIndex((line) => line.startsWith('process '))
    expect([lines.length <= 45, lines.slice(from)]).toEqual([
      true,
      [
        'process              pid  state   beat  again  cpu  memory',
        'exchange            4321  ready   0.1s      0   3%   81 MB',
        'gateway             4322  ready   0.1s      0  12%   81 MB',
        'strategy.rule          –  down    4.2s      3   3%   81 MB',
        'history             4321  waits   0.1s      0    –       –  the gateway',
        'latency                                 p50       p99',
        'strategy.rule    hop.gateway          64 µs    1.2 ms  old',
        'gateway          journal             210 µs     3.0 s',
        'stores',
        'outbox   12 rows wait, 3.4 kB, 250.0 ms old; 1,234 sent   3 lost',
        'hot      answers in 1.0 ms',
      ],
    ])
  })

  it('leaves them out of a small terminal before anything of the account', () => {
    const shown = view({ books: [bookFixture()] })
    const names = plain(shown, 80, 22).filter((line) =>
      /^(pos|work|fills|mess|proc|lat|sto)/.test(line),
    )
    expect(names.map((line) => line.split(' ')[0])).toEqual([
      'position',
      'working',
      'fills',
      'messages',
      'process',
    ])
  })

  it('tells what is wrong above all figures, however small the terminal', () => {
    const trouble = [SILENT, 'strategy.rule is down, started again 3 times']
    const lines = plain(view({ trouble, stale: true }), 60, 10)
    expect(lines.slice(2, 4)).toEqual(trouble.map((text) => ` ${text}`))
  })

  it('takes the colours from figures that are old, and from nothing else', () => {
    const books = [bookFixture()]
    const colours = (stale: boolean) => {
      const shown = view({ books, stale, trouble: stale ? [SILENT] : [] })
      const lines = render(shown, 150, 45, true)
      const texts = render(shown, 150, 45, false)
      return texts
        .filter((_, row) => /31m|32m/.test(lines[row]!))
        .map((line) => line.slice(0, 8).trim())
    }
    expect([colours(false), colours(true)]).toEqual([['balance', 'SIM.ag', 'rule', 'model'], []])
  })

  it('never exceeds the terminal, whatever its size and its troubles', () => {
    const sizes = [integer({ min: 20, max: 250 }), integer({ min: 5, max: 80 })] as const
    assert(
      property(...sizes, integer({ min: 0, max: 9 }), (width, height, troubles) => {
        const trouble = new Array<string>(troubles).fill(SILENT)
        const books = new Array(12).fill(bookFixture())
        const lines = render(view({ books, trouble, stale: true }), width, height, false)
        expect(lines.length).toBeLessThanOrEqual(height)
        expect(lines.every((line) => line.length === width)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a figure', () => {
  it.each([
    [0, '0 µs'],
    [999.4, '999 µs'],
    [1_000, '1.0 ms'],
    [1_500_000, '1.5 s'],
    [NaN, '–'],
  ])('of %d µs is shown as %s', (micros, shown) => expect(duration(micros)).toBe(shown))

  it.each([
    [640, '640 B'],
    [3_400, '3.4 kB'],
    [81_234_567, '81 MB'],
    [NaN, '–'],
  ])('of %d bytes is shown as %s', (bytes, shown) => expect(size(bytes)).toBe(shown))
})
