import type { SerializedDockview } from 'dockview-react'
import { LETTERS } from '../desk/focus.ts'
import type { Word } from '../words/index.ts'
import { isPanelName } from './torn-off-address.ts'
import type { WidthClass } from './width-class.ts'
import type { Docked } from './workspaces.ts'

export const LAYOUT_VERSION = 1

/** A layout as a person made it. */
export interface SavedLayout {
  readonly version: typeof LAYOUT_VERSION
  readonly workspace: Docked
  readonly width: WidthClass
  /** For which monitors. */
  readonly monitors: string
  readonly dock: SerializedDockview
}

/** Why a kept layout is not shown. */
export type LayoutTrouble =
  | { readonly kind: 'newer' }
  | { readonly kind: 'broken'; readonly why: Word; readonly name: string }

export type ReadLayout =
  | { readonly layout: SavedLayout; readonly trouble?: undefined }
  | { readonly layout?: undefined; readonly trouble: LayoutTrouble }

type Loose = Readonly<Record<string, unknown>>

/** Deep enough for any layout that somebody can look at. */
const DEEPEST = 12

/** @param value as it was kept, from wherever; a layout that is handed back can be shown. */
export function readLayout(value: unknown): ReadLayout {
  if (!isObject(value) || typeof value['version'] !== 'number') return broken('layout.why-shape')
  if (value['version'] > LAYOUT_VERSION) return { trouble: { kind: 'newer' } }
  const { dock } = value
  if (value['version'] !== LAYOUT_VERSION || !isObject(dock)) return broken('layout.why-shape')
  const { grid, panels } = dock
  if (!isObject(grid) || !isObject(panels)) return broken('layout.why-shape')
  for (const [id, panel] of Object.entries(panels)) {
    const name = strangeIn(id, panel)
    if (name !== undefined) return broken('layout.why-panel', name)
  }
  const views: string[] = []
  const sized = isLength(grid['width']) && isLength(grid['height'])
  const whole = sized && isObject(grid['root']) && grid['root']['type'] === 'branch'
  if (!whole || !gather(grid['root'], views, 0)) return broken('layout.why-grid')
  const there = new Set(views)
  const complete = there.size === views.length && Object.keys(panels).every((id) => there.has(id))
  if (!complete || views.some((id) => !Object.hasOwn(panels, id))) return broken('layout.why-grid')
  return { layout: value as unknown as SavedLayout }
}

function broken(why: Word, name = ''): ReadLayout {
  return { trouble: { kind: 'broken', why, name } }
}

/** @returns the name of a panel that this version does not know, or that makes no sense. */
function strangeIn(id: string, panel: unknown): string | undefined {
  if (!isObject(panel) || panel['id'] !== id || !isObject(panel['params'])) return id
  const { kind, letter } = panel['params']
  if (typeof kind !== 'string' || !isPanelName(kind)) return String(kind)
  return (LETTERS as readonly unknown[]).includes(letter) ? undefined : id
}

/** Collects the views of a grid. @returns false where the grid is none. */
function gather(node: unknown, views: string[], depth: number): boolean {
  if (!isObject(node) || depth > DEEPEST || !isLength(node['size'])) return false
  const { type, data } = node
  if (type === 'branch') {
    return Array.isArray(data) && data.every((each) => gather(each, views, depth + 1))
  }
  if (type !== 'leaf' || !isObject(data) || !Array.isArray(data['views'])) return false
  const names: readonly unknown[] = data['views']
  if (typeof data['id'] !== 'string' || !names.every((name) => typeof name === 'string')) {
    return false
  }
  views.push(...names)
  return true
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLength(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
