/** Colours for canvases, as the tokens of the theme in force have them: names without `--`. */
export interface Palette {
  readonly color: (token: string) => string
  /** The same with an opacity from 0 to 1. */
  readonly faint: (token: string, opacity: number) => string
}

/** Gives what a colour that is no `#rrggbb` comes to, as a browser computes it: `rgb(1, 2, 3)`. */
export type ComputeColor = (value: string) => string

/**
 * Read anew when theme, scheme or the system's own colours change; nothing of it is read within a
 * frame.
 */
export function readPalette(root: HTMLElement): Palette {
  return paletteOf(getComputedStyle(root), (value) => computed(root, value))
}

export function paletteOf(
  style: Pick<CSSStyleDeclaration, 'getPropertyValue'>,
  compute: ComputeColor,
): Palette {
  const kept = new Map<string, string>()
  const color = (token: string): string => {
    let value = kept.get(token)
    if (value === undefined) {
      value = asHex(style.getPropertyValue(`--${token}`).trim(), compute)
      kept.set(token, value)
    }
    return value
  }
  return {
    color,
    faint: (token, opacity) => {
      const key = `${token} ${opacity}`
      let value = kept.get(key)
      if (value === undefined) {
        value = faded(color(token), opacity)
        kept.set(key, value)
      }
      return value
    },
  }
}

/** `#rrggbb` with an opacity; anything else stays as it is. */
export function faded(hex: string, opacity: number): string {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (found === null) return hex
  const [red, green, blue] = [found[1], found[2], found[3]].map((part) => parseInt(part ?? '', 16))
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`
}

/** A person's own colours have names, and mixtures of them: canvases want `#rrggbb`. */
function asHex(value: string, compute: ComputeColor): string {
  if (!/^[a-z]+$|^color-mix\(/i.test(value)) return value
  const words = compute(value)
  const parts = [...words.matchAll(/-?[\d.]+(?:e-?\d+)?/gi)].slice(0, 3).map(Number)
  if (parts.length < 3) return value
  // `color(srgb 0.5 0.5 0.5)` counts to 1, `rgb(128, 128, 128)` to 255.
  const scale = words.startsWith('color(') ? 255 : 1
  const two = (part: number): string =>
    Math.min(255, Math.max(0, Math.round(part * scale)))
      .toString(16)
      .padStart(2, '0')
  return `#${parts.map(two).join('')}`
}

function computed(root: HTMLElement, value: string): string {
  const probe = document.createElement('span')
  probe.style.setProperty('forced-color-adjust', 'none')
  probe.style.color = value
  root.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
