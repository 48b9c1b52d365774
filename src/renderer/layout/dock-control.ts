import type { DockviewApi, IDockviewPanel, SerializedDockview } from 'dockview-react'
import type { Letter } from '../desk/focus.ts'
import { LETTERS } from '../desk/focus.ts'
import type { PanelName } from '../panels/index.ts'
import { panelKindOf } from './panel-kind-of.ts'
import { DEFAULT_TREES } from './default-trees.ts'
import type { DockSize, PanelParams } from './dock-json.ts'
import { COMPONENT, dockJson } from './dock-json.ts'
import { fitSizes } from './fit-sizes.ts'
import { LayoutHistory } from './layout-history.ts'
import { layoutShape } from './layout-shape.ts'
import type { FoundLayout, LayoutPlace, Layouts } from './layouts.ts'
import type { WidthClass } from './width-class.ts'
import { widthClassOf } from './width-class.ts'
import type { Docked } from './workspaces.ts'

export interface DockParts {
  readonly workspace: Docked
  readonly layouts: Layouts
  readonly monitors: () => string
  /** What regular density takes more than compact. */
  readonly scale: () => number
  /** What a panel is called in its tab until it says so by itself. */
  readonly title: (kind: PanelName) => string
  /** A kept layout is not shown, but the default. */
  readonly onTrouble: (found: FoundLayout, place: LayoutPlace) => void
  /** The browser keeps nothing. */
  readonly onUnkept: () => void
}

/** One workspace's dock: which layout it has, whose that is, and what a person changes of it. */
export class DockControl {
  readonly api: DockviewApi
  readonly #parts: DockParts
  readonly #history = new LayoutHistory()
  #width: WidthClass | undefined
  #size: DockSize = { width: 0, height: 0 }
  /** Made by a person, and kept: it is not replaced by itself. */
  #theirs = false
  #settled: SerializedDockview | undefined
  #shape = ''

  constructor(api: DockviewApi, parts: DockParts) {
    this.api = api
    this.#parts = parts
    api.onDidMaximizedGroupChange(({ isMaximized }) => {
      if (!isMaximized && !this.#theirs) this.#fitDefault()
    })
  }

  /** The place for panels is this large now. @param page how wide the window is. */
  resize(size: DockSize, page: number): void {
    if (size.width === 0 || size.height === 0) return
    this.#size = size
    const width = widthClassOf(page, this.#parts.scale())
    this.api.layout(size.width, size.height)
    if (width !== this.#width) this.#choose(width)
    else if (this.#theirs) this.#settle()
    else this.#fitDefault()
  }

  /** The density changed: fixed sizes are others. */
  rescale(page: number): void {
    this.resize(this.#size, page)
  }

  /** Something may have changed of the layout. @param sized a person moved an edge. */
  changed(sized: boolean): void {
    const now = this.api.toJSON()
    if (!sized && layoutShape(now) === this.#shape) return
    if (this.#settled !== undefined) this.#history.push(this.#settled)
    this.#settle(now)
    this.#keep(now)
  }

  /** @returns false where there was nothing to take back. */
  undo(): boolean {
    // A change that has not settled yet is one to take back, too.
    this.changed(false)
    const before = this.#history.pop()
    if (before === undefined || !this.#load(before)) return false
    this.#keep(this.api.toJSON())
    return true
  }

  /** The default again; that too can be undone. */
  reset(): void {
    const place = this.#place()
    if (place === undefined) return
    if (this.#settled !== undefined) this.#history.push(this.#settled)
    this.#parts.layouts.forget(place)
    this.#theirs = false
    this.#showDefault()
  }

  get active(): IDockviewPanel | undefined {
    return this.api.activePanel
  }

  paramsOf(panel: IDockviewPanel): PanelParams | undefined {
    return panel.params as PanelParams | undefined
  }

  /** Brings a panel to the front; opens one where there is none, or where all can be seen. */
  open(kind: PanelName): IDockviewPanel {
    const same = this.api.panels.filter((panel) => this.paramsOf(panel)?.kind === kind)
    const hidden = same.find((panel) => !panel.api.isVisible)
    const { linked, chooses = false } = panelKindOf(kind)
    const known = hidden ?? (linked && !chooses ? undefined : same[0])
    if (known !== undefined) {
      known.api.setActive()
      return known
    }
    const letters = new Set(same.map((panel) => this.paramsOf(panel)?.letter))
    const letter = LETTERS.find((each) => !letters.has(each)) ?? 'A'
    const params: PanelParams = { kind, letter }
    const title = this.#parts.title(kind)
    return this.api.addPanel({ id: this.#free(kind), component: COMPONENT, title, params })
  }

  /** To the front, and no second one. */
  reveal(kind: PanelName): IDockviewPanel {
    const known = this.api.panels.find((panel) => this.paramsOf(panel)?.kind === kind)
    known?.api.setActive()
    return known ?? this.open(kind)
  }

  closeActive(): void {
    this.active?.api.close()
  }

  /** Its group alone, or all as they were. */
  maximize(panel: IDockviewPanel): void {
    if (this.api.hasMaximizedGroup()) this.api.exitMaximizedGroup()
    else this.api.maximizeGroup(panel)
  }

  /** The next tab of the group with the focus. @param by 1 or −1. */
  turn(by: 1 | -1): IDockviewPanel | undefined {
    const group = this.api.activeGroup
    const place = group?.panels.findIndex((panel) => panel === group.activePanel) ?? -1
    if (group === undefined || place < 0) return undefined
    const next = group.panels[(place + by + group.panels.length) % group.panels.length]
    next?.api.setActive()
    return next
  }

  setLetter(panel: IDockviewPanel, letter: Letter): void {
    panel.api.updateParameters({ letter })
    this.changed(false)
  }

  nextLetter(panel: IDockviewPanel | undefined): void {
    const params = panel === undefined ? undefined : this.paramsOf(panel)
    if (panel === undefined || params === undefined || !panelKindOf(params.kind).linked) return
    const place = LETTERS.indexOf(params.letter) + 1
    this.setLetter(panel, LETTERS[place % LETTERS.length] ?? 'A')
  }

  #place(): LayoutPlace | undefined {
    const { workspace, monitors } = this.#parts
    return this.#width === undefined
      ? undefined
      : { workspace, width: this.#width, monitors: monitors() }
  }

  #choose(width: WidthClass): void {
    this.#width = width
    this.#history.clear()
    const { workspace, monitors, layouts, onTrouble } = this.#parts
    const place = { workspace, width, monitors: monitors() }
    const found = layouts.find(place)
    this.#theirs = found.dock !== undefined && this.#load(found.dock)
    if (!this.#theirs) this.#showDefault()
    const refused = found.dock !== undefined && !this.#theirs
    const trouble = refused ? layouts.refuse(place) : found
    if (trouble.trouble !== undefined) onTrouble(trouble, place)
  }

  #showDefault(): void {
    if (this.#width !== undefined) this.#load(this.#default(this.#width))
  }

  /** The sizes that the default has here; a bar that opens changes nothing else of a layout. */
  #fitDefault(): void {
    if (this.#width === undefined) return
    const layout = this.#default(this.#width)
    if (layoutShape(layout) !== layoutShape(this.api.toJSON())) return
    if (!this.api.hasMaximizedGroup()) fitSizes(this.api, layout)
    this.#settle()
  }

  #default(width: WidthClass): SerializedDockview {
    return dockJson(DEFAULT_TREES[this.#parts.workspace][width], this.#size, this.#parts.scale())
  }

  /** @returns false where the dock did not take it. */
  #load(layout: SerializedDockview): boolean {
    try {
      this.api.fromJSON(layout, { reuseExistingPanels: true })
      this.api.layout(this.#size.width, this.#size.height, true)
    } catch {
      return false
    }
    this.#settle()
    return true
  }

  #settle(now = this.api.toJSON()): void {
    this.#settled = now
    this.#shape = layoutShape(now)
  }

  #keep(layout: SerializedDockview): void {
    const place = this.#place()
    if (place === undefined) return
    this.#theirs = true
    if (!this.#parts.layouts.save(place, layout)) this.#parts.onUnkept()
  }

  #free(kind: PanelName): string {
    let id: string = kind
    for (let number = 2; this.api.getPanel(id) !== undefined; number++) id = `${kind}-${number}`
    return id
  }
}
