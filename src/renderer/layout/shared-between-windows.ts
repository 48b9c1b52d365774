import type { Links, WindowContext } from '../desk/index.ts'
import { LETTERS } from '../desk/index.ts'
import { momentsOf, readMoment } from '../desk/moments.ts'
import { createPreferences } from '../preferences/index.ts'

const LINKS = 'links'
const MOMENT = 'moment'

/**
 * Windows of one browser follow one another: which symbol each letter shows, at which moment, and
 * what a person likes to look at. @returns what ends it.
 */
export function shareBetweenWindows(window: WindowContext): () => void {
  const { desk, keeping, preferences } = window
  const kept = linksOf(keeping.read(LINKS))
  if (Object.keys(kept).length > 0) desk.focus.restore(kept)
  const endLinks = desk.focus.store.subscribe((links) => {
    if (JSON.stringify(links) !== keeping.readText(LINKS)) keeping.keep(LINKS, links)
  })
  const moments = momentsOf(desk)
  const endMoments = moments.listen((moment) => {
    // Said, not kept: asked for anew it is heard anew, and nobody who comes later hears of it.
    keeping.keep(MOMENT, moment)
    keeping.forget(MOMENT)
  })
  const told = (event: StorageEvent): void => {
    if (event.key?.endsWith(`.${LINKS}`)) desk.focus.restore(linksOf(keeping.read(LINKS)))
    if (event.key?.endsWith(`.${MOMENT}`) === true) {
      const moment = readMoment(event.newValue)
      if (moment !== undefined) moments.hear(moment)
    }
    if (event.key?.endsWith('.preferences')) {
      preferences.setState(createPreferences(keeping.read('preferences')).getState())
    }
  }
  addEventListener('storage', told)
  return () => {
    endLinks()
    endMoments()
    removeEventListener('storage', told)
  }
}

/** What of it is a letter with a symbol. */
function linksOf(kept: unknown): Links {
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  const pairs = LETTERS.map((letter) => [letter, given[letter]] as const)
  return Object.fromEntries(pairs.filter(([, symbol]) => typeof symbol === 'string')) as Links
}
