import type { SerializedDockview } from 'dockview-react'

type Node = SerializedDockview['grid']['root']

/**
 * What of a layout a person makes: which panels stand where, in which order, and their letters. Not
 * how large they are, which follows the window too, nor which tab is on top.
 */
export function layoutShape({ grid, panels }: SerializedDockview): string {
  const params = Object.entries(panels)
    .map(([id, panel]) => `${id}=${JSON.stringify(panel.params ?? {})}`)
    .toSorted()
  return `${grid.orientation} ${shapeOf(grid.root)} ${params.join(' ')}`
}

function shapeOf({ type, data }: Node): string {
  if (type === 'branch' && Array.isArray(data)) return `[${data.map(shapeOf).join(' ')}]`
  return 'views' in data ? `(${data.views.join(' ')})` : '()'
}
