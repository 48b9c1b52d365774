import { openEmbeddedHotStore } from '../../../src/adapters/hot-store/index.ts'
import { failure } from '../../../src/core/contracts/index.ts'
import { failed } from '../../../src/core/domain/index.ts'
import type { HotEntry, HotStore } from '../../../src/core/ports/index.ts'

export const AWAY = failure('store.unreachable', 'the hot store is away')

/** A hot store in memory that is away when a test says so. */
export class DoubtfulHotStore {
  readonly entries = new Map<string, string>()
  readonly told: unknown[] = []
  /** Every batch that was put, or tried. */
  readonly batches: (readonly HotEntry[])[] = []
  isAway = false
  /** News that still get through. */
  tells = Infinity
  /** While set, a put waits for it. */
  held: Promise<void> | undefined
  readonly store: HotStore

  constructor() {
    const own = openEmbeddedHotStore({
      place: { mode: 'simulated', profile: 'default' },
      entries: this.entries,
      onMessage: (_, text) => void this.told.push(JSON.parse(text)),
    })
    this.store = {
      ...own,
      put: async (entries) => {
        this.batches.push(entries)
        await this.held
        return this.isAway ? failed(AWAY) : own.put(entries)
      },
      publish: (message) =>
        this.isAway || this.tells-- <= 0 ? Promise.resolve(failed(AWAY)) : own.publish(message),
      clear: () => (this.isAway ? Promise.resolve(failed(AWAY)) : own.clear()),
    }
  }

  /** What readers find, by key behind mode and profile. */
  get content(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Array.from(this.entries, ([key, text]) => [
        key.replace('ghtrader:simulated:default:', ''),
        JSON.parse(text) as unknown,
      ]),
    )
  }

  get keys(): readonly string[] {
    return Object.keys(this.content).toSorted()
  }
}
