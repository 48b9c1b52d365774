import { COMMANDS } from '../../src/core/contracts/wire/command.ts'
import { factBodies } from '../../src/core/contracts/wire/fact.ts'
import { HISTORY } from '../../src/core/contracts/wire/history.ts'
import { createTickTable } from '../../src/core/contracts/wire/price.ts'
import { REPORTS, REQUESTS } from '../../src/core/contracts/wire/venue.ts'
import { windowBodies } from '../../src/core/contracts/wire/window.ts'

interface Laid {
  readonly kind: string
  readonly number: number
  readonly fields: readonly { readonly name: string; readonly about: string }[]
}

/** The parts of the protocol's page that are made from the layouts themselves, by their mark. */
export function protocolTables(): Readonly<Record<string, string>> {
  const ticks = createTickTable([])
  const facts = factBodies(ticks)
  return {
    facts: tables(facts.all),
    commands: tables(COMMANDS.all),
    requests: tables(REQUESTS.all),
    reports: tables(REPORTS.all),
    history: tables(HISTORY.all),
    window: tables(windowBodies(ticks, facts).all),
  }
}

function tables(bodies: readonly Laid[]): string {
  return bodies.map(table).join('\n\n')
}

function table({ kind, number, fields }: Laid): string {
  const head = `### ${number} \`${kind}\``
  if (fields.length === 0) return `${head}\n\nNo fields: an empty list.`
  const rows = fields.map(({ name, about }, index) => `${index}. \`${name}\`: ${about}`)
  return `${head}\n\n${rows.join('\n')}`
}

/** Puts the tables where a page says `<!-- layouts: facts -->` … `<!-- end -->`. */
export function withTables(page: string): string {
  return Object.entries(protocolTables()).reduce((text, [name, made]) => {
    const begin = `<!-- layouts: ${name} -->`
    const from = text.indexOf(begin)
    const until = text.indexOf('<!-- end -->', from)
    if (from < 0 || until < 0) throw new Error(`docs/protocol.md has no place for ${name}`)
    return `${text.slice(0, from + begin.length)}\n\n${made}\n\n${text.slice(until)}`
  }, page)
}
