import type { Desk } from '../desk/index.ts'
import { nextTask } from './next-task.ts'

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
  const after = nextTask()
  desk.session.listen({
    onChanges: ({ at, quotes }) => {
      if (quotes.length > 0 && Number.isNaN(stamp)) stamp = at
    },
  })
  desk.frames.watch((_, startedAt) => {
    const shown = stamp
    stamp = NaN
    after(() => {
      desk.frames.took(performance.now() - startedAt)
      const took = (desk.session.monotonic() - shown) / 1000
      if (took >= 0) desk.measures.painted(took)
    })
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
