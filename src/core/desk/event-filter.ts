import type { DeskEvent, EventTag } from './event-list.ts'

type Filtered = (
  events: readonly DeskEvent[],
  tag: EventTag | '',
  text: string,
  textOf: (event: DeskEvent) => string,
) => readonly DeskEvent[]

/**
 * Events of one kind, and whose sentence holds what was typed. The same array for the same events
 * and the same wish.
 */
export function filteredEvents(): Filtered {
  let given: readonly [readonly DeskEvent[], string, string, unknown] | undefined
  let found: readonly DeskEvent[] = []
  return (events, tag, text, textOf) => {
    if (tag === '' && text === '') return events
    if (given?.[0] === events && given[1] === tag && given[2] === text && given[3] === textOf) {
      return found
    }
    given = [events, tag, text, textOf]
    const wanted = text.toLowerCase()
    found = events.filter(
      (event) => (tag === '' || event.tag === tag) && textOf(event).toLowerCase().includes(wanted),
    )
    return found
  }
}
