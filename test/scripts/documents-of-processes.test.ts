import { describe, expect, it } from 'vitest'
import { SYSTEM_CLOCK } from '../../src/adapters/process/index.ts'
import { readWorkerSpec } from '../../src/adapters/process/read-spec.ts'
import { REFUSED_TO_START } from '../../src/adapters/station/run-worker.ts'
import { REPLAY_ACTIONS } from '../../src/core/contracts/commands.ts'
import { ERROR_CODES } from '../../src/core/contracts/index.ts'
import { WORKERS } from '../../src/core/contracts/worker-spec.ts'
import { ok } from '../../src/core/domain/index.ts'
import { ANSWER_COLUMNS, TABLES, TABLE_NAMES, tableOf } from '../../src/core/history/index.ts'
import { listenForKeys } from '../../src/main/app/terminal/keys.ts'
import { Measures } from '../../workers/gateway/measures.ts'
import { STALLED } from '../../workers/gateway/pulse.ts'
import { Figures } from '../../workers/strategy/figures.ts'
import { codeBelow, missing, page, rows } from './pages.ts'

describe('the documents of processes', () => {
  it('name every table of a history with its key and part, and every question', () => {
    const listed = rows('stores.md').map(([, name = '', , key = '', part = '']) => [
      name,
      key,
      part,
    ])
    expect(listed.filter(([name = '']) => Object.hasOwn(TABLES, name)).slice(0, 10)).toEqual(
      TABLE_NAMES.map((name) => [name, tableOf(name).key.join(', '), tableOf(name).part]),
    )
    expect(missing('stores.md', Object.keys(ANSWER_COLUMNS))).toEqual([])
  })

  it('tell every figure of a beat, and none that there is not', () => {
    const processes = new Set<string>(['every', ...WORKERS])
    const told = rows('protocol.md')
      .filter(([, process = '']) => processes.has(process))
      .flatMap(([, process, names = '']) => names.split(', ').map((name) => `${process} ${name}`))
    expect(told.toSorted()).toEqual(beatFigures().toSorted())
  })

  it('name the families of all codes in their order, and those of stores one by one', () => {
    const families = new Set(ERROR_CODES.map((code) => `${code.split('.')[0]}.…`))
    const listed = rows('operations.md').flatMap(([, code = '']) =>
      code.endsWith('.…') ? code : [],
    )
    expect(listed).toEqual([...families])
    const ofStores = ERROR_CODES.filter((code) => code.startsWith('store.'))
    expect(missing('stores.md', ofStores)).toEqual([])
  })

  it('show an argument that a worker takes, the processes and exit codes that there are', () => {
    const [, json = ''] = /```json\n([^]*?)```/.exec(page('processes.md')) ?? []
    expect(readWorkerSpec('exchange', [json])).toEqual(ok(JSON.parse(json)))
    const first = rows('processes.md').map(([, cell = '']) => cell.split('.')[0] ?? '')
    expect(WORKERS.filter((worker) => !first.includes(worker))).toEqual([])
    expect(first.filter((cell) => /^\d$/.test(cell))).toEqual(
      [0, 1, REFUSED_TO_START, STALLED].map(String),
    )
  })

  it('list every key of the terminal and every action on a replay', () => {
    const listed = rows('operations.md').flatMap(([, key = '']) => /^[a-z](?=,|$)/.exec(key) ?? [])
    expect(listed.toSorted()).toEqual(keysOfTerminal())
    expect(missing('protocol.md', REPLAY_ACTIONS)).toEqual([])
  })

  it('name no figure of a benchmark that none prints', () => {
    const code = codeBelow('test/bench')
    const named = rows('benchmarks.md').flatMap(([, keys = '']) => keys.split(', '))
    const figures = named.filter((name) => /^[a-z<>]+(_[a-z0-9<>]+)*$/.test(name))
    expect(figures.length).toBeGreaterThan(30)
    expect(figures.filter((name) => !code.includes(name.replace('<store>', '${name}')))).toEqual([])
  })
})

/** Figures as they stand in the code: `'outbox.rows': …`, `figures['process.rss_bytes'] = …`. */
const WRITTEN = /'([a-z_]+(?:\.[a-z0-9_]+)+)'(?=: |\] = )|^ +(kills|cancels): this\.#/gm

/** Every figure that a process puts into its beats, as `strategy ticks`. */
function beatFigures(): readonly string[] {
  const written = (process: string, folder: string): readonly string[] =>
    Array.from(
      codeBelow(folder).matchAll(WRITTEN),
      ([, name, bare]) => `${process} ${name ?? bare}`,
    )
  const made = (process: string, figures: object): readonly string[] =>
    Object.keys(figures).map((name) => `${process} ${name}`)
  const all = [
    ...written('every', 'src/adapters/station'),
    ...written('exchange', 'workers/exchange'),
    ...written('gateway', 'workers/gateway'),
    ...made('gateway', new Measures(SYSTEM_CLOCK).figures()),
    ...written('watchdog', 'workers/watchdog'),
    ...written('history', 'workers/history'),
    ...made('strategy', new Figures().read()),
  ]
  return [...new Set(all)]
}

/** Letters that do something, sorted. */
function keysOfTerminal(): readonly string[] {
  return Array.from('abcdefghijklmnopqrstuvwxyz').filter((letter) => {
    let pressed = false
    let type: (bytes: Uint8Array) => void = () => undefined
    const input = {
      on: (_: 'data', listener: typeof type) => void (type = listener),
      off: () => undefined,
      resume: () => undefined,
      pause: () => undefined,
    }
    listenForKeys(input, () => {
      pressed = true
    })
    type(Buffer.from(letter))
    return pressed
  })
}
