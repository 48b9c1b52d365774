import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { WindowContext } from '../desk/index.ts'
import { useWindow } from '../desk/index.ts'
import type { DockControl } from './dock-control.ts'
import type { TornOff } from './torn-off-address.ts'
import { readTornOff } from './torn-off-address.ts'
import type { Docked, Workspace } from './workspaces.ts'
import { isDocked } from './workspaces.ts'

/** What can be open above the panels, one at a time. */
export type Overlay = 'commands' | 'symbols' | 'keys' | 'preferences'

/** A panel's menu, where it was asked for: CSS pixels of the page. */
export interface OpenMenu {
  readonly workspace: Docked
  readonly panel: string
  readonly x: number
  readonly y: number
}

export interface ShellState {
  readonly workspace: Workspace
  readonly overlay: Overlay | undefined
  readonly menu: OpenMenu | undefined
}

/** What one page shows: one panel alone, or workspaces with their docks. */
export class Shell {
  readonly store: StoreApi<ShellState> = createStore<ShellState>(() => ({
    workspace: 'desk',
    overlay: undefined,
    menu: undefined,
  }))
  /** Docks that were shown at least once. */
  readonly docks = new Map<Docked, DockControl>()
  /** Undefined where this page is the whole desk. */
  readonly tornOff: TornOff | undefined

  constructor(tornOff: TornOff | undefined) {
    this.tornOff = tornOff
  }

  go(workspace: Workspace): void {
    this.store.setState({ workspace, menu: undefined })
  }

  open(overlay: Overlay | undefined): void {
    this.store.setState({ overlay, menu: undefined })
  }

  openMenu(menu: OpenMenu | undefined): void {
    this.store.setState({ menu })
  }

  /** The dock that is shown; undefined in a workspace without one. */
  get dock(): DockControl | undefined {
    const { workspace } = this.store.getState()
    return isDocked(workspace) ? this.docks.get(workspace) : undefined
  }
}

const known = new WeakMap<WindowContext, Shell>()

export function shellOf(window: WindowContext): Shell {
  const found = known.get(window) ?? new Shell(readTornOff(globalThis.location?.search ?? ''))
  known.set(window, found)
  return found
}

export function useShell(): Shell {
  return shellOf(useWindow())
}

export function useShellState<Value>(select: (state: ShellState) => Value): Value {
  return useStore(useShell().store, select)
}
