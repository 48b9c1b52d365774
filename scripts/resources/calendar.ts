import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RawSessions, RawTradingDays } from './make-calendar.ts'
import { makeCalendar } from './make-calendar.ts'
import { ROOT, readSource } from './source-folder.ts'
import { CALENDAR_UNFOLDED, writeLines } from './write-lines.ts'

const facts = makeCalendar(
  readSource('calendar/trading_days.json') as RawTradingDays,
  readSource('calendar/sessions.json') as RawSessions,
)
writeFileSync(join(ROOT, 'resources/calendar.json'), writeLines(facts, CALENDAR_UNFOLDED))
console.log(`resources/calendar.json: trading days from ${facts.first} to ${facts.last}`)
