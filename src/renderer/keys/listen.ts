import { chordOf } from './chord.ts'
import type { Keys } from './keys.ts'
import type { Stroke } from './meaning.ts'

/** Panels carry their id and kind so. */
export const PANEL_ATTRIBUTES = { id: 'data-panel', kind: 'data-panel-kind' } as const
/** Around text fields that keys of trading pass by: those of a ticket. */
const OWN_FIELDS = '[data-trading-fields]'
const TEXT_FIELDS =
  'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"])'
/** Where Space and Enter press what has the focus. */
const PRESSED = 'button, a[href], summary, input, [role="menuitem"], [role="option"], [role="tab"]'

/** Hands the page's keys to the table. @returns what ends it. */
export function listenToKeys(keys: Keys, page: Window, mac: boolean): () => void {
  const down = (event: KeyboardEvent): void => {
    const chord = chordOf(event, mac)
    if (chord === undefined || event.isComposing || event.defaultPrevented) return
    const focus = focused(page.document)
    if ((chord === 'Space' || chord === 'Enter') && focus?.matches(PRESSED) === true) return
    const stroke = strokeOf(chord, event, focus)
    const taken = keys.down(stroke)
    if (taken) event.preventDefault()
    else if (chord === 'Escape' && stroke.field === 'text') (focus as HTMLElement).blur()
  }
  const up = (): void => keys.up()
  page.addEventListener('keydown', down)
  page.addEventListener('keyup', up)
  page.addEventListener('blur', up)
  return () => {
    page.removeEventListener('keydown', down)
    page.removeEventListener('keyup', up)
    page.removeEventListener('blur', up)
  }
}

function strokeOf(chord: string, event: KeyboardEvent, focus: Element | null): Stroke {
  const panel = focus?.closest(`[${PANEL_ATTRIBUTES.id}]`) ?? null
  const field = focus?.matches(TEXT_FIELDS) !== true ? 'none' : 'text'
  return {
    chord,
    repeat: event.repeat,
    command: event.metaKey,
    at: event.timeStamp,
    field: field === 'text' && focus?.closest(OWN_FIELDS) ? 'own' : field,
    panel: panel?.getAttribute(PANEL_ATTRIBUTES.id) ?? undefined,
    kind: panel?.getAttribute(PANEL_ATTRIBUTES.kind) ?? undefined,
  }
}

/** Also within shadow roots: editors live in one. */
function focused(page: Document): Element | null {
  let found = page.activeElement
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement
  return found
}
