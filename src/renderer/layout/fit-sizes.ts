import type { DockviewApi, SerializedDockview } from 'dockview-react'

type Node = SerializedDockview['grid']['root']

/** One group is to be so large, along the split that it, or its row or column, is part of. */
interface GroupSize {
  readonly group: string
  readonly width?: number
  readonly height?: number
}

/**
 * What to tell groups one after the other, from the outermost split inwards, so that all get the
 * sizes of a layout: CSS pixels. A row or column is told by a group that stands right in it; one
 * that has none gets what the others leave.
 */
function groupSizes({ grid }: SerializedDockview): readonly GroupSize[] {
  const sizes: GroupSize[] = []
  let splits = [grid.root]
  let across = grid.orientation === ('HORIZONTAL' as never)
  while (splits.length > 0) {
    const inner: Node[] = []
    for (const child of splits.flatMap(childrenOf)) {
      const group = groupOf(child) ?? childrenOf(child).map(groupOf).find(Boolean)
      const { size = 0 } = child
      if (group !== undefined) sizes.push(across ? { group, width: size } : { group, height: size })
      inner.push(child)
    }
    splits = inner
    across = !across
  }
  return sizes
}

/**
 * Gives what is docked the sizes of a layout of the same shape. Nothing is taken out of the page:
 * tabs on top, the focus, and what is being typed stay.
 */
export function fitSizes(api: DockviewApi, layout: SerializedDockview): void {
  for (const { group, ...size } of groupSizes(layout)) api.getGroup(group)?.api.setSize(size)
}

function childrenOf({ data }: Node): readonly Node[] {
  return Array.isArray(data) ? data : []
}

function groupOf({ data }: Node): string | undefined {
  return Array.isArray(data) ? undefined : (data as { readonly id: string }).id
}
