/**
 * Stands before the page's own `open-window.ts` in the page that the benchmark builds: it opens the
 * same window, and measures it from outside. The page that is shipped holds nothing of it.
 */
import type { WindowContext } from '../../../src/renderer/desk/index.ts'
import type { Painter } from '../../../src/renderer/desk/frames.ts'
import { Frames } from '../../../src/renderer/desk/frames.ts'
import { openWindow as open } from '../../../src/renderer/app/open-window.ts'
import type { Link } from '../../../src/renderer/link/link.ts'
import type { Keeping } from '../../../src/renderer/preferences/index.ts'
import type { Desk } from '../../../src/renderer/desk/index.ts'
import { Spread } from './spread.ts'
import type { Stretch } from './stalls.ts'

/** Durations in milliseconds. */
export interface Probed {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly workP50: number
  readonly workP95: number
  /** How much later than the others who paints in turn shows a quote. */
  readonly turnP95: number
  /** Of the frames, of what each frame of main took to be taken in, and of all long tasks. */
  readonly longest: number
  /** Tasks of over 50 ms, by wall time. */
  readonly longTasks: readonly Stretch[]
  readonly paints: number
  readonly dropped: number
  readonly quotes: number
  readonly seconds: number
  /** By how much the clock of main may be wrong here. */
  readonly clockError: number
  readonly visible: boolean
}

/** What the benchmark calls in the page. */
export interface WindowProbe {
  /** Forgets what was measured, and measures from now on. */
  readonly begin: (painters: boolean) => void
  readonly pause: () => void
  readonly resume: () => void
  readonly read: () => Probed
}

declare global {
  var windowProbe: WindowProbe | undefined
}

type Paint = (this: Frames, ...told: Parameters<Frames['paint']>) => ReturnType<Frames['paint']>

const MOST_QUOTES = 65_536
/** An interval that is so much longer than the usual one has lost a frame. */
const DROPPED = 1.5

let painting = true
let measuring = false
let begun = 0
let passed = 0
let quotes = 0
let longTasks: Stretch[] = []
const paints = new Spread()
const works = new Spread()
const taken = new Spread()
const intervals = new Spread()
const turns = new Spread()
/** Of a painter that paints in turn. */
interface Waiting {
  /** Begin of the first frame that it let pass; NaN while it has painted what there is. */
  since: number
  isPainted: boolean
}

const patient = new Set<Waiting>()

export function openWindow(link: Link, keeping: Keeping, root: HTMLElement): WindowContext {
  switchPainters()
  const window = open(timed(link), keeping, root)
  watchPaints(window.desk)
  watchTurns(window.desk)
  watchTasks()
  watchIntervals()
  globalThis.windowProbe = { begin, pause, resume, read: () => read(window.desk) }
  return window
}

function begin(painters: boolean): void {
  painting = painters
  for (const spread of [paints, works, taken, intervals, turns]) spread.clear()
  quotes = passed = 0
  longTasks = []
  resume()
}

function resume(): void {
  measuring = true
  begun = performance.now()
}

function pause(): void {
  if (measuring) passed += performance.now() - begun
  measuring = false
}

function read({ session }: Desk): Probed {
  const running = measuring ? performance.now() - begun : 0
  return {
    p50: paints.quantile(0.5),
    p95: paints.quantile(0.95),
    p99: paints.quantile(0.99),
    workP50: works.quantile(0.5),
    workP95: works.quantile(0.95),
    turnP95: turns.quantile(0.95),
    longest: Math.max(works.longest, taken.longest, ...longTasks.map(lengthOf)),
    longTasks,
    paints: works.count,
    dropped: intervals.above(intervals.quantile(0.5) * DROPPED),
    quotes,
    seconds: (passed + running) / 1000,
    clockError: session.clockError,
    visible: document.visibilityState === 'visible',
  }
}

/** What is painted in a frame can be left out; the frames themselves go on. */
function switchPainters(): void {
  const { paint } = Frames.prototype as { readonly paint: Paint }
  Frames.prototype.paint = function (slices, painter, patience) {
    const waiting: Waiting = { since: NaN, isPainted: false }
    if (patience === 'in turn' && slices.includes('quotes')) patient.add(waiting)
    const painted: Painter = (changed) => {
      waiting.isPainted = true
      return painting ? painter(changed) : undefined
    }
    return paint.call(this, slices, painted, patience)
  }
}

/** How long who paints in turn shows quotes that others show already. */
function watchTurns({ session, frames }: Desk): void {
  let areNew = false
  session.listen({ onChanges: ({ quotes }) => void (areNew ||= quotes.length > 0) })
  frames.watch((_, startedAt) => {
    for (const waiting of patient) {
      if (waiting.isPainted) {
        if (measuring && startedAt >= begun) {
          turns.record(Number.isNaN(waiting.since) ? 0 : startedAt - waiting.since)
        }
        waiting.since = NaN
      } else if (areNew && Number.isNaN(waiting.since)) waiting.since = startedAt
      waiting.isPainted = false
    }
    areNew = false
  })
}

/** What the page's script does with a frame of main. */
function timed(link: Link): Link {
  return {
    ...link,
    connect: (since, listener) =>
      link.connect(since, {
        ...listener,
        frame: (bytes) => {
          const from = performance.now()
          listener.frame(bytes)
          if (measuring) taken.record(performance.now() - from)
        },
      }),
  }
}

/** From each quote's stamp to the task after the frame that showed it. */
function watchPaints({ session, frames }: Desk): void {
  const stamps = new Float64Array(MOST_QUOTES)
  let told = 0
  let shown = 0
  let startedAt = NaN
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    const now = session.monotonic()
    // One that began before a pause, as for a heap, lasted through it.
    if (measuring && startedAt >= begun) {
      works.record(performance.now() - startedAt)
      for (let at = 0; at < shown; at++) paints.record((now - stamps[at]!) / 1000)
      quotes += shown
    }
    stamps.copyWithin(0, shown, told)
    told -= shown
    shown = 0
  })
  port1.start()
  session.listen({
    onOpening: () => {
      told = 0
    },
    onChanges: (frame) => {
      for (const { received } of frame.quotes) if (told < MOST_QUOTES) stamps[told++] = received
    },
  })
  frames.watch((_, frameStartedAt) => {
    startedAt = frameStartedAt
    shown = told
    port2.postMessage(undefined)
  })
}

const lengthOf = ({ from, until }: Stretch): number => until - from

function watchTasks(): void {
  const observer = new PerformanceObserver((list) => {
    if (!measuring) return
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime < begun) continue
      const from = performance.timeOrigin + startTime
      longTasks.push({ from, until: from + duration })
    }
  })
  observer.observe({ type: 'longtask' })
}

function watchIntervals(): void {
  let before = NaN
  const look = (at: number): void => {
    if (measuring && before >= begun) intervals.record(at - before)
    before = at
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
