import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { WindowContext } from '../../desk/index.ts'
import { useWindow } from '../../desk/index.ts'

/** Lots up to which an order is sent without a question, unless a person chose otherwise. */
const USUAL = 5
const known = new WeakMap<WindowContext, StoreApi<number>>()

/** The quick size of this browser; kept by it. */
export function quickSizeOf(window: WindowContext): StoreApi<number> {
  let store = known.get(window)
  if (store === undefined) {
    const kept = window.keeping.read('quick-size')
    const isLots = typeof kept === 'number' && Number.isSafeInteger(kept) && kept >= 0
    store = createStore(() => (isLots ? kept : USUAL))
    store.subscribe((lots) => void window.keeping.keep('quick-size', lots))
    known.set(window, store)
  }
  return store
}

export function useQuickSize(): number {
  return useStore(quickSizeOf(useWindow()))
}
