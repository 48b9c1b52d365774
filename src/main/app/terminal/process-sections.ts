import { duration, size } from './figures.ts'
import type { Section } from './section.ts'
import { column } from './sections.ts'
import type { Line, Style } from './styled-text.ts'
import { faded, span } from './styled-text.ts'
import type { LatencyView, ProcessCondition, ProcessView, StoreView, TerminalView } from './view.ts'

const NAME = 17
const MEASURE = 17
const STORE = 9

const CONDITION_STYLES: Readonly<Record<ProcessCondition, Style>> = {
  ready: 'plain',
  waits: 'strong',
  silent: 'alarm',
  down: 'alarm',
  lost: 'alarm',
}

/** Every process: whether it is well, how old its last word is, and what it waits for. */
export function processSection({ processes }: TerminalView): Section {
  const head = `${column('process', NAME)}    pid  state   beat  again  cpu  memory`
  return { title: [span(head, 'faint')], rows: processes.map(processLine), least: 3 }
}

function processLine(view: ProcessView): Line {
  const { name, pid, condition, note, age, restarts, cpu, memory } = view
  const well = condition === 'ready' || condition === 'waits'
  const known = well ? 'plain' : 'faint'
  return [
    span(column(name, NAME)),
    span((Number.isNaN(pid) ? '–' : String(pid)).padStart(7), known),
    span('  '),
    span(condition.padEnd(6), CONDITION_STYLES[condition]),
    span((Number.isNaN(age) ? '–' : `${age.toFixed(1)}s`).padStart(6), well ? 'plain' : 'strong'),
    span(String(restarts).padStart(7), restarts > 0 ? 'strong' : 'faint'),
    span((Number.isNaN(cpu) ? '–' : `${Math.round(cpu)}%`).padStart(5), known),
    span(size(memory).padStart(8), known),
    span(`  ${note}`, 'faint'),
  ]
}

/** What processes measure of themselves. */
export function latencySection({ latencies }: TerminalView): Section {
  const head = `${column('latency', NAME)}${column('', MEASURE)}      p50       p99`
  return { title: [span(head, 'faint')], rows: latencies.map(latencyLine), least: 2 }
}

function latencyLine({ process, name, p50, p99, fresh }: LatencyView): Line {
  const line = [
    span(column(process, NAME)),
    span(column(name, MEASURE)),
    span(duration(p50).padStart(9)),
    span(duration(p99).padStart(10)),
  ]
  return fresh ? line : faded([...line, span('  old')])
}

/** Where rows are kept, and how many wait. */
export function storeSection({ stores }: TerminalView): Section {
  return { title: [span('stores', 'faint')], rows: stores.map(storeLine), least: 1 }
}

function storeLine({ name, figures, trouble, fresh }: StoreView): Line {
  const line = [span(column(name, STORE)), span(figures)]
  if (!fresh) return faded([...line, span('  old')])
  return trouble === '' ? line : [...line, span('  '), span(` ${trouble} `, 'alarm')]
}
