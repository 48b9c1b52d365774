import type { Fen, Lots, Micros, Price, TradingDay } from '../../../../src/core/domain/index.ts'
import { beijingTime } from '../../../../src/core/domain/index.ts'
import type { BookView, TerminalView } from '../../../../src/main/app/terminal/view.ts'

const DAY = 20_260_105 as TradingDay
export const NOW: Micros = beijingTime(DAY, 10, 30, 5)

const prices = (first: number, step: number): readonly Price[] =>
  [0, 1, 2, 3, 4].map((level) => (first + level * step) as Price)
const lots = (...values: readonly number[]): readonly Lots[] => values as readonly Lots[]

export function bookFixture(overrides: Partial<BookView> = {}): BookView {
  return {
    symbol: 'SIM.ag',
    decimals: 0,
    last: 5501 as Price,
    change: 1,
    bidPrices: prices(5500, -1),
    bidVolumes: lots(12, 345, 9_999, 12_345, 2_000_000),
    askPrices: prices(5501, 1),
    askVolumes: lots(8, 20, 30, 40, 50),
    spread: 1,
    volume: 12_345,
    ...overrides,
  }
}

export function viewFixture(overrides: Partial<TerminalView> = {}): TerminalView {
  return {
    mode: 'simulated',
    profile: 'default',
    state: 'active',
    cause: 'reconciled',
    reason: '',
    now: NOW,
    tradingDay: DAY,
    speed: 1,
    ticks: 12_345,
    ticksPerSecond: 6,
    orders: 7,
    fillCount: 5,
    account: {
      balance: 1_000_000_050 as Fen,
      available: 990_000_000 as Fen,
      dayResult: 50 as Fen,
      fees: 1_234 as Fen,
    },
    books: [bookFixture()],
    positions: [
      {
        owner: 'rule',
        symbol: 'SIM.ag',
        longToday: 1 as Lots,
        longHistory: 2 as Lots,
        shortToday: 0 as Lots,
        shortHistory: 0 as Lots,
        openProfit: -4_500 as Fen,
      },
    ],
    working: [
      {
        owner: 'model',
        symbol: 'SIM.ag',
        side: 'sell',
        offset: 'closeToday',
        kind: 'limit',
        price: '5502',
        filled: 0 as Lots,
        volume: 1 as Lots,
        status: 'working',
        cancelling: false,
      },
    ],
    fills: [
      {
        at: NOW,
        owner: 'rule',
        symbol: 'SIM.ag',
        side: 'buy',
        offset: 'open',
        price: '5501',
        volume: 1 as Lots,
        fee: 413 as Fen,
      },
    ],
    trouble: [],
    stale: false,
    processes: [],
    latencies: [],
    stores: [],
    messages: [{ number: 1, at: NOW, ok: true, text: 'active (reconciled): the books agree' }],
    ...overrides,
  }
}

/** What the terminal shows of an instance of several processes. */
export function processesFixture(): Partial<TerminalView> {
  const process = {
    pid: 4_321,
    condition: 'ready',
    note: '',
    age: 0.1,
    restarts: 0,
    cpu: 3.2,
    memory: 81_234_567,
  } as const
  return {
    processes: [
      { ...process, name: 'exchange' },
      { ...process, name: 'gateway', pid: 4_322, cpu: 12 },
      { ...process, name: 'strategy.rule', pid: NaN, condition: 'down', age: 4.2, restarts: 3 },
      {
        ...process,
        name: 'history',
        condition: 'waits',
        note: 'the gateway',
        cpu: NaN,
        memory: NaN,
      },
    ],
    latencies: [
      { process: 'strategy.rule', name: 'hop.gateway', p50: 64, p99: 1_234, fresh: false },
      { process: 'gateway', name: 'journal', p50: 210.4, p99: 3_000_000, fresh: true },
    ],
    stores: [
      {
        name: 'outbox',
        figures: '12 rows wait, 3.4 kB, 250.0 ms old; 1,234 sent',
        trouble: '3 lost',
        fresh: true,
      },
      { name: 'hot', figures: 'answers in 1.0 ms', trouble: '', fresh: true },
    ],
  }
}
