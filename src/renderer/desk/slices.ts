import type { ToldFact } from '../../core/contracts/window-frame.ts'

/**
 * Parts of what the window knows that change apart from one another. A painter names those that it
 * reads, and is called in the next frame after one of them changed. `age` changes four times a
 * second by itself: for ages, clocks and staleness. `pointer` is what a person points at, scrolled
 * to or dragged within a canvas.
 */
export const SLICES = [
  'link',
  'sources',
  'directory',
  'quotes',
  'time',
  'orders',
  'fills',
  'positions',
  'account',
  'trading',
  'limits',
  'targets',
  'acks',
  'traces',
  'thoughts',
  'settings',
  'runs',
  'log',
  'beats',
  'vitals',
  'settlement',
  'commands',
  'focus',
  'theme',
  'size',
  'pointer',
  'age',
] as const
export type Slice = (typeof SLICES)[number]

/** Which slices a fact changes. */
export function slicesOf(fact: ToldFact): readonly Slice[] {
  return CHANGED[fact.kind]
}

const CHANGED: Readonly<Record<ToldFact['kind'], readonly Slice[]>> = {
  hello: [],
  directory: ['directory'],
  trade: [],
  order: ['orders', 'log', 'account'],
  fill: ['fills', 'positions', 'orders', 'account'],
  position: ['positions', 'account'],
  account: ['account'],
  ack: ['acks', 'log'],
  state: ['trading', 'log'],
  limits: ['limits'],
  settlement: ['settlement', 'positions', 'account', 'orders', 'log'],
  marks: ['positions', 'account'],
  reset: ['account', 'settlement', 'log'],
  target: ['targets'],
  health: ['log'],
  time: ['time'],
  signal: ['thoughts'],
  prediction: ['thoughts'],
  decision: ['thoughts'],
  step: [],
  done: [],
  beat: ['beats'],
  'warm-up': [],
  run: ['runs'],
  trace: ['traces'],
  setting: ['settings'],
  attribution: ['thoughts'],
  vital: ['vitals'],
}
