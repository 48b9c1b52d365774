/** Colours for canvases, as the tokens of the theme in force have them: names without `--`. */
export interface Palette {
  readonly color: (token: string) => string
  /** The same with an opacity from 0 to 1. */
  readonly faint: (token: string, opacity: number) => string
}

/** Read anew when theme or scheme change; nothing of it is read within a frame. */
export function readPalette(root: HTMLElement): Palette {
  const style = getComputedStyle(root)
  const kept = new Map<string, string>()
  const color = (token: string): string => {
    let value = kept.get(token)
    if (value === undefined) {
      value = style.getPropertyValue(`--${token}`).trim()
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
