import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OPTIONS, OTHER_FLAGS } from '../../src/main/app/config/options.ts'
import { variableOf } from '../../src/main/app/config/environment.ts'
import { ERROR_CODES, STATE_CAUSES, TRADING_STATES } from '../../src/core/contracts/index.ts'
import { EXCHANGE_RECORDS, GATEWAY_RECORDS } from '../../src/core/contracts/wire/record.ts'
import { MAIN_COMMANDS } from '../../src/core/contracts/window.ts'
import { ORDER_STATUSES } from '../../src/core/domain/index.ts'
import { RULES } from '../../src/core/engine/gate/rules/index.ts'
import { FEATURE_NAMES } from '../../src/core/engine/features/index.ts'
import { FILL_RULES } from '../../src/core/exchange/index.ts'
import { SABOTAGES } from '../simulation/sabotage.ts'
import { PAGES, ROOT, missing, page, rows, spans } from './pages.ts'

describe('the documents', () => {
  it('name no error code that there is not', () => {
    const families = new Set<string>(ERROR_CODES.map((code) => code.split('.')[0] ?? ''))
    // A window's requests are named alike.
    const codes = new Set<string>([...ERROR_CODES, ...MAIN_COMMANDS])
    const wrong = PAGES.flatMap((name) => spans(page(name)))
      .filter((span) => /^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(span) && !/\.(ts|md|json)$/.test(span))
      .filter((span) => families.has(span.split('.')[0] ?? '') && !codes.has(span))
    expect(wrong).toEqual([])
  })

  it('list everything that main does for a window by itself', () => {
    const listed = new Set(rows('protocol.md').map(([, name]) => name))
    expect(MAIN_COMMANDS.filter((name) => !listed.has(name))).toEqual([])
  })

  it('list the rules of the gate in the order in which they are asked', () => {
    const listed = rows('an-order.md').filter(([, number]) => /^\d+$/.test(number ?? ''))
    expect(listed.map(([, number, name]) => `${number} ${name}`)).toEqual(
      Object.keys(RULES).map((name, index) => `${index + 1} ${name}`),
    )
  })

  it('name every code of the gate, every order status, trading state and cause', () => {
    const codes = ERROR_CODES.filter((code) => code.startsWith('risk.'))
    const words = [...codes, ...ORDER_STATUSES, ...TRADING_STATES, ...STATE_CAUSES]
    expect(missing('an-order.md', words)).toEqual([])
  })

  it('list every setting with its flag, its variable and its name in the file', () => {
    const settings = Object.entries(OPTIONS).map(([name, { flag }]) => [
      `--${flag}`,
      variableOf(flag),
      name,
    ])
    const listed = rows('operations.md')
      .filter(([, flag]) => /^--[a-z]/.test(flag ?? ''))
      .map(([, flag, variable, name]) => [flag, variable, name])
    expect(listed).toEqual([...settings, ['--config', 'GHTRADER_CONFIG', '']])
    const others = Object.keys(OTHER_FLAGS).map((flag) => `--${flag}`)
    expect(missing('operations.md', others)).toEqual([])
  })

  it('number the records of both journals as they lie on the disk', () => {
    const numberOf = (kind: string, group: typeof GATEWAY_RECORDS | typeof EXCHANGE_RECORDS) =>
      `\`${kind}\` (${(group as typeof GATEWAY_RECORDS).of({ kind } as never).number})`
    const gateway = ['opened', 'state', 'target', 'order', 'fill', 'venue-seq', 'settlement']
    const rare = ['limits', 'reset', 'account', 'position']
    const exchange = ['opened', 'fenced', 'submitted', 'voided', 'reported', 'stepped']
    const told = [
      ...[...gateway, ...rare].map((kind) => numberOf(kind, GATEWAY_RECORDS)),
      ...exchange.map((kind) => numberOf(kind, EXCHANGE_RECORDS)),
    ]
    expect(told.filter((words) => !page('journal.md').includes(words))).toEqual([])
  })

  it('name every feature, fill rule and sabotage', () => {
    expect([
      missing('features.md', FEATURE_NAMES),
      missing('exchange.md', FILL_RULES),
      missing('simulation.md', SABOTAGES),
    ]).toEqual([[], [], []])
  })

  it('are all named in the README', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    expect(PAGES.filter((name) => !readme.includes(`docs/${name}`))).toEqual([])
  })
})
