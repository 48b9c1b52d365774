/** Layouts differ by how wide the window is, and are kept for each apart. */
export const WIDTH_CLASSES = ['wide', 'middle', 'narrow', 'small'] as const
export type WidthClass = (typeof WIDTH_CLASSES)[number]

/** What regular density takes more than compact, of everything that is fixed. */
export const DENSITY_SCALES = { compact: 1, regular: 1.15 } as const

/** @param width of the window in CSS pixels. @param scale of the density. */
export function widthClassOf(width: number, scale: number): WidthClass {
  const room = width / scale
  if (room >= 1700) return 'wide'
  if (room > 1280) return 'middle'
  return room > 1000 ? 'narrow' : 'small'
}

/** What a browser tells of the monitors without asking for a right. */
export interface Monitors {
  readonly width: number
  readonly height: number
  /** Whether there are several; unknown in some browsers. */
  readonly isExtended?: boolean
}

/** Names a set of monitors: layouts are kept for each. */
export function monitorSet({ width, height, isExtended = false }: Monitors): string {
  return `${isExtended ? 'several' : 'one'}-${Math.round(width)}x${Math.round(height)}`
}
