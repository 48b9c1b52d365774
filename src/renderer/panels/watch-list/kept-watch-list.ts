import type { WatchList } from '../../../core/desk/watch-list.ts'
import type { Keeping } from '../../preferences/index.ts'

const NAME = 'watch-list'
const restored = new WeakSet<WatchList>()

/** Once a list: takes off what was taken off before. */
export function restoreWatchList(list: WatchList, keeping: Keeping): void {
  if (restored.has(list)) return
  restored.add(list)
  list.restore(keeping.read(NAME))
}

export function keepWatchList(list: WatchList, keeping: Keeping): void {
  keeping.keep(NAME, list.hidden)
}
