import { Alarm } from '../alerts/alarm.ts'
import { Spoken } from '../alerts/spoken.ts'
import { Tones } from '../alerts/tones.ts'
import { createCodec } from '../../core/contracts/codec.ts'
import type { WindowContext } from '../desk/index.ts'
import { Desk, FirstPrices, Revisions, readPalette } from '../desk/index.ts'
import type { Palette } from '../desk/index.ts'
import type { Link } from '../link/link.ts'
import type { Keeping } from '../preferences/index.ts'
import { createPreferences } from '../preferences/index.ts'
import { unkept } from '../layout/layout-notices.ts'
import { readTornOff } from '../layout/torn-off-address.ts'
import { beginModels } from '../panels/models.ts'
import { Session } from '../session/index.ts'
import { translator } from '../words/index.ts'
import { nextTask } from './next-task.ts'
import { styleMode, styleRoot, tellRoot } from './page-style.ts'
import { watchWindow } from './watch-window.ts'

const MORE_CONTRAST = '(prefers-contrast: more)'
/** How often what depends on time alone is painted anew. */
const AGE_EVERY = 250

/**
 * Opens this page's window: what it knows, likes and keeps. It lives as long as the page. Whatever
 * could not be kept is said, whoever wanted it kept.
 */
export function openWindow(link: Link, place: Keeping, root: HTMLElement): WindowContext {
  const keep: Keeping['keep'] = (name, value) => {
    const kept = place.keep(name, value)
    if (!kept) unkept(context)
    return kept
  }
  const keeping = { ...place, keep }
  const now = (): number => performance.now()
  const after = (milliseconds: number, call: () => void): (() => void) => {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  }
  const session = new Session({
    link,
    createCodec: () => createCodec([]),
    now,
    after,
    random: Math.random,
  })
  const requestFrame = (call: () => void): void => void requestAnimationFrame(call)
  const desk = new Desk(session, { requestFrame, afterFrame: nextTask(), now })
  const preferences = createPreferences(keeping.read('preferences'))
  let palette: Palette | undefined
  let translate = translator(preferences.getState().language)
  const show = (): void => {
    styleRoot(root, preferences.getState())
    translate = translator(preferences.getState().language)
    palette = undefined
    desk.frames.mark('theme')
  }
  preferences.subscribe(() => {
    keeping.keep('preferences', preferences.getState())
    show()
  })
  show()
  // Tokens mean something else then, and canvases have read them.
  for (const asked of ['(forced-colors: active)', '(prefers-color-scheme: dark)', MORE_CONTRAST]) {
    matchMedia(asked).addEventListener('change', show)
  }
  // Those that reached this page: the gateway's own count comes with its beats, quotes or none.
  let quotes = 0
  desk.listen({ onQuote: () => void quotes++ })
  desk.frames.paint(['link', 'trading', 'quotes'], () => {
    tellRoot(root, 'phase', desk.status.phase)
    tellRoot(root, 'quotes', String(quotes))
    styleMode(root, session.opening?.origin.mode, desk.replica?.state.trading.state === 'halted')
  })
  setInterval(() => desk.frames.mark('age'), AGE_EVERY)
  beginModels(desk)
  const look = (): void => session.see(document.visibilityState === 'visible')
  document.addEventListener('visibilitychange', look)
  look()
  watchWindow(desk, readTornOff(location.search)?.name ?? 'desk')
  session.open()
  const context: WindowContext = {
    desk,
    revisions: new Revisions(desk.frames, after),
    firstPrices: new FirstPrices({ frames: desk.frames, arePrices: () => arePrices(desk), after }),
    preferences,
    keeping,
    alarm: new Alarm(desk, preferences, new Tones(), now),
    spoken: new Spoken(desk, () => translate),
    translate: () => translate,
    palette: () => (palette ??= readPalette(root)),
  }
  return context
}

function arePrices({ replica }: Desk): boolean {
  return replica?.state.quotes.some((quote) => quote !== undefined) === true
}
