import type { Desk } from '../desk/index.ts'

/** What Chromium tells of its heap, where it does. */
interface WithMemory {
  readonly memory?: { readonly usedJSHeapSize: number }
}

/**
 * Measures what the window costs, for its own status bar and for the table of windows: work of
 * frames, stamp → paint, long tasks, heap. A paint ends where the next task begins after the frame
 * that published: raster and display come on top.
 */
export function watchWindow(desk: Desk, name: string): void {
  watchLongTasks(() => desk.measures.longTask())
  watchPaints(desk)
  setInterval(() => {
    const heap = (performance as WithMemory).memory?.usedJSHeapSize ?? NaN
    desk.measures.second(heap)
    tell(desk, name)
  }, 1000)
}

function watchLongTasks(told: () => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return
  const observer = new PerformanceObserver((list) => {
    for (const _ of list.getEntries()) told()
  })
  observer.observe({ type: 'longtask' })
}

function watchPaints(desk: Desk): void {
  let stamp = NaN
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    const took = (desk.session.monotonic() - stamp) / 1000
    stamp = NaN
    if (took >= 0) desk.measures.painted(took)
  })
  port1.start()
  desk.session.listen({
    onChanges: ({ at, quotes }) => {
      if (quotes.length > 0 && Number.isNaN(stamp)) stamp = at
    },
  })
  desk.frames.watch(() => {
    if (!Number.isNaN(stamp)) port2.postMessage(undefined)
  })
}

function tell(desk: Desk, name: string): void {
  if (desk.status.phase !== 'following') return
  const { workP95, paintP95, longTasks, heapMegabytes, framesPerSecond } = desk.measures.read()
  const figures = {
    'frame.work_p95_ms': workP95,
    'frame.paint_p95_ms': paintP95,
    'frame.per_second': framesPerSecond,
    'tasks.long': longTasks,
    'heap.mb': heapMegabytes,
  }
  const known = Object.entries(figures).filter(([, value]) => Number.isFinite(value))
  void desk.session.ask('window.tell', { name, figures: Object.fromEntries(known) })
}
