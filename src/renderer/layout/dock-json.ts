import type { SerializedDockview } from 'dockview-react'
import type { Letter } from '../desk/focus.ts'
import type { PanelName } from '../panels/index.ts'
import type { Tree } from './tree.ts'
import { shareOut } from './tree.ts'

/** The dock knows one component: it is told which panel to be. */
export const COMPONENT = 'panel'

export interface PanelParams {
  readonly kind: PanelName
  readonly letter: Letter
}

export interface DockSize {
  readonly width: number
  readonly height: number
}

type Node = SerializedDockview['grid']['root']
type Panels = SerializedDockview['panels']

interface Making {
  readonly scale: number
  readonly panels: Panels
  groups: number
}

/** A tree as the dock reads it, filling a size. */
export function dockJson(tree: Tree, size: DockSize, scale: number): SerializedDockview {
  const making: Making = { scale, panels: {}, groups: 0 }
  // The dock's root is a split, be it of one.
  const whole: Tree = 'tabs' in tree ? { split: 'across', parts: [{ size: '1fr', tree }] } : tree
  const split = 'split' in whole ? whole.split : 'across'
  const root = nodeOf(whole, split === 'across' ? size.height : size.width, size, making)
  return {
    grid: {
      root,
      width: size.width,
      height: size.height,
      orientation: (split === 'across' ? 'HORIZONTAL' : 'VERTICAL') as never,
    },
    panels: making.panels,
    activeGroup: 'g1',
  }
}

/** @param length along the split that the node is part of. */
function nodeOf(tree: Tree, length: number, size: DockSize, making: Making): Node {
  if ('tabs' in tree) return leafOf(tree.tabs, length, making)
  const along = tree.split === 'across' ? size.width : size.height
  const lengths = shareOut(
    tree.parts.map((part) => part.size),
    along,
    making.scale,
  )
  const data = tree.parts.map((part, index) => {
    const own = lengths[index] ?? 0
    const inner =
      tree.split === 'across'
        ? { width: own, height: size.height }
        : { width: size.width, height: own }
    return nodeOf(part.tree, own, inner, making)
  })
  return { type: 'branch', size: length, data }
}

function leafOf(names: readonly PanelName[], size: number, making: Making): Node {
  for (const name of names) making.panels[name] = panelJson(name, { kind: name, letter: 'A' })
  making.groups += 1
  const data = { id: `g${making.groups}`, views: [...names], activeView: names[0] ?? '' }
  return { type: 'leaf', size, data }
}

export function panelJson(id: string, params: PanelParams): Panels[string] {
  return { id, contentComponent: COMPONENT, title: id, params: { ...params } }
}
