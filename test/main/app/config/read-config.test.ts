import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../../../src/core/contracts/index.ts'
import type { Settings } from '../../../../src/main/app/config/index.ts'
import { helpText } from '../../../../src/main/app/config/index.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import type { Given } from './config-fixture.ts'
import { read } from './config-fixture.ts'

function settings(given: Given): Settings {
  const { request } = read(given)
  if (!request.ok || request.value.kind !== 'trade') throw new Error(JSON.stringify(request))
  return request.value.settings
}

describe('settings', () => {
  it('have a default each', () => {
    const home = temporaryFolder()
    expect(read({}, home).request).toEqual({
      ok: true,
      value: {
        kind: 'trade',
        settings: {
          replay: [],
          speed: 1,
          symbol: '',
          data: join(home, '.local/share/ghtrader'),
          profile: 'default',
          seed: 1,
          rate: 100,
          fillRule: 'conservative',
          latencyMs: 0,
          cash: 10_000_000,
          seconds: Infinity,
          noModel: false,
          oneProcess: false,
          redis: '',
          questdb: '',
          questdbPg: '',
          noElectron: false,
          noOpen: false,
          noWeb: false,
          webPort: 0,
          runtime: '',
          silenceMs: 1000,
          strategies: undefined,
          limits: DEFAULT_LIMITS,
        },
      },
    })
  })

  it('come from flags before the environment before the file', () => {
    const { seed, rate, cash } = settings({
      args: ['--seed', '3'],
      environment: { GHTRADER_SEED: '2', GHTRADER_RATE: '20', GHTRADER_TEST_DATA: 'ignored' },
      file: '{"seed":1,"rate":10,"cash":500}',
    })
    expect({ seed, rate, cash }).toEqual({ seed: 3, rate: 20, cash: 500 })
  })

  it('take several recordings behind one flag, by several, and without any', () => {
    const home = temporaryFolder()
    const paths = (args: readonly string[]) => {
      const { request } = read({ args }, home)
      return request.ok && request.value.kind === 'trade' ? request.value.settings.replay : request
    }
    const both = [join(home, 'here/a.csv'), '/b.csv']
    expect([
      paths(['--replay', 'a.csv', '/b.csv', '--speed', 'max']),
      paths(['--replay', 'a.csv', '--replay=/b.csv']),
      paths(['a.csv', '/b.csv']),
    ]).toEqual([both, both, both])
  })

  it('read max as a speed without bound', () => {
    expect(settings({ args: ['--speed', 'max'] }).speed).toBe(Infinity)
  })

  it('count paths of the file from its own folder', () => {
    const { request, path } = read({ file: '{"data":"kept"}' })
    expect(request).toMatchObject({ value: { settings: { data: join(path, '../kept') } } })
  })

  it('take the limits of the gate', () => {
    const file = '{"limits":{"maxNetLots":3}}'
    expect(settings({ file }).limits).toEqual({ ...DEFAULT_LIMITS, maxNetLots: 3 })
  })

  it('tell where stores, sockets and the page are, each by flag, variable and file', () => {
    const told = settings({
      args: ['--redis', 'rediss://u:p@h:1', '--one-process', '--runtime', '/r'],
      environment: { GHTRADER_QUESTDB: 'http::addr=h:9000;', GHTRADER_NO_WEB: '1' },
      file: '{"questdbPg":"postgresql://u:p@h/qdb","webPort":8080,"silenceMs":250}',
    })
    expect(told).toMatchObject({
      redis: 'rediss://u:p@h:1',
      questdb: 'http::addr=h:9000;',
      questdbPg: 'postgresql://u:p@h/qdb',
      oneProcess: true,
      noWeb: true,
      webPort: 8080,
      runtime: '/r',
      silenceMs: 250,
    })
  })

  it('complete the parameters of strategies', () => {
    const file = JSON.stringify({
      strategies: [{ id: 'mine', kind: 'imbalance', parameters: { lots: 2 } }],
    })
    expect(settings({ file }).strategies).toEqual([
      {
        id: 'mine',
        kind: 'imbalance',
        instruments: undefined,
        parameters: { enter: 0.5, exit: 0, depth: 0.1, lots: 2, rest: 4, style: 'cross' },
        model: undefined,
      },
    ])
  })
})

describe('help', () => {
  it('is asked for whatever else is wrong with the settings', () => {
    expect(read({ args: ['--help', '--seed', 'x'], file: '{' }).request).toEqual({
      ok: true,
      value: { kind: 'help' },
    })
  })

  it('has one line for each flag', () => {
    const flags = [...helpText().matchAll(/^ {2}--([a-z-]+)/gm)].map(([, flag]) => flag)
    expect(flags.toSorted((one = '', other = '') => one.localeCompare(other))).toEqual(
      [
        'cash config data fill-rule help latency-ms no-electron no-model no-open no-web one-process',
        'profile questdb questdb-pg rate redis replay runtime seconds seed silence-ms speed symbol terminal version',
        'web-port',
      ].flatMap((line) => line.split(' ')),
    )
  })
})
