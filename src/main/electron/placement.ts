/** In pixels of the desktop that do not depend on its scale. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a window was, and how. */
export interface Placement {
  readonly bounds: Bounds
  readonly maximized: boolean
  /** Whether it was there when it was written down last. */
  readonly open: boolean
}

export type Placements = Readonly<Record<string, Placement>>

/** So much of a window must be on a screen for a hand to get hold of it. */
const SEEN = 120

/**
 * The placements in a file's text, without those that make no sense: a file that was cut short or
 * changed by hand costs a person nothing but the places of the windows.
 */
export function readPlacements(text: string): Placements {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(
      Object.entries(read).flatMap(([name, value]) => {
        const placement = placementOf(value)
        return placement === undefined ? [] : [[name, placement]]
      }),
    )
  } catch {
    return {}
  }
}

/** @returns whether the window can be got hold of on one of the screens that are there now. */
export function isSeen({ x, y, width }: Bounds, screens: readonly Bounds[]): boolean {
  return screens.some((screen) => {
    const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
    // By its title, so its upper edge counts.
    const below = screen.y + screen.height - y
    return across >= SEEN && y >= screen.y && below >= SEEN / 2
  })
}

function placementOf(value: unknown): Placement | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { bounds, maximized, open } = value as Partial<Record<keyof Placement, unknown>>
  const found = boundsOf(bounds)
  if (found === undefined) return undefined
  return { bounds: found, maximized: maximized === true, open: open === true }
}

function boundsOf(value: unknown): Bounds | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { x, y, width, height } = value as Readonly<Record<string, unknown>>
  if (!isPixel(x) || !isPixel(y) || !isPixel(width) || !isPixel(height)) return undefined
  return width < 1 || height < 1 ? undefined : { x, y, width, height }
}

function isPixel(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000
}
