/** Panels that can be seen, left to right and top to bottom, as they stand in the page. */
export function panelsIn(place: HTMLElement): readonly HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('.dock-panel')].filter(
    (panel) => panel.offsetParent !== null,
  )
}

/** A ladder, a chart, a table: arrows and `Ctrl C` are theirs, and would do nothing beside them. */
const KEYED = '[tabindex="0"]'

const lastFocused = new WeakMap<HTMLElement, WeakRef<HTMLElement>>()

/** Remembers where the focus was within each panel. */
export function rememberFocus(event: FocusEvent): void {
  const { target } = event
  if (!(target instanceof HTMLElement)) return
  const panel = target.closest<HTMLElement>('.dock-panel')
  if (panel !== null && panel !== target) lastFocused.set(panel, new WeakRef(target))
}

/**
 * Gives a panel the focus: there where it was, else what the panel marked with
 * `data-panel-focus`, else the first thing in it that takes the keys, else the panel itself.
 */
export function focusPanel(panel: HTMLElement | undefined): void {
  if (panel === undefined) return
  const last = lastFocused.get(panel)?.deref()
  const inside = last !== undefined && panel.contains(last) ? last : undefined
  const first =
    inside ??
    panel.querySelector<HTMLElement>('[data-panel-focus]') ??
    panel.querySelector<HTMLElement>(KEYED) ??
    panel
  first.focus({ preventScroll: true })
}

/** @param by 1 for the next one, −1 for the one before; from outside of all, the first or last. */
export function focusNextPanel(place: HTMLElement, by: 1 | -1): void {
  const panels = panelsIn(place)
  const at = panels.findIndex((panel) => panel.contains(document.activeElement))
  const from = at < 0 && by < 0 ? 0 : at
  focusPanel(panels[(from + by + panels.length) % panels.length])
}

export function focusPanelById(place: HTMLElement, id: string | undefined): void {
  focusPanel(panelsIn(place).find((panel) => panel.dataset['panel'] === id))
}
