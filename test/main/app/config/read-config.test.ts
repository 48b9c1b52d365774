import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../../../src/core/contracts/index.ts'
import type { Settings } from '../../../../src/main/app/config/index.ts'
import { helpText, readConfig } from '../../../../src/main/app/config/index.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

interface Given {
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Content of the system's config file. */
  readonly file?: string
}

function read({ args = [], environment = {}, file }: Given, home = temporaryFolder()) {
  if (file !== undefined) {
    mkdirSync(join(home, '.config/ghtrader'), { recursive: true })
    writeFileSync(join(home, '.config/ghtrader/ghtrader.json'), file)
  }
  const request = readConfig(args, {
    platform: 'linux',
    environment,
    home,
    folder: join(home, 'here'),
  })
  return { request, home, path: join(home, '.config/ghtrader/ghtrader.json') }
}

function settings(given: Given): Settings {
  const { request } = read(given)
  if (!request.ok || request.value.kind !== 'trade') throw new Error(JSON.stringify(request))
  return request.value.settings
}

function refusal(given: Given): readonly [code: string, message: string] {
  const { request, home } = read(given)
  if (request.ok) throw new Error('was taken')
  return [request.error.code, request.error.message.replaceAll(home, '~')]
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

describe('what is refused', () => {
  const file = '~/.config/ghtrader/ghtrader.json'
  const cases: readonly (readonly [Given, string, string])[] = [
    [
      { args: ['--sped', 'max'] },
      'config.flag',
      'there is no flag --sped; did you mean --seed or --speed? --help lists them all',
    ],
    [{ args: ['-x'] }, 'config.flag', 'there is no flag -x; --help lists them all'],
    [{ args: ['--seed'] }, 'config.flag', '--seed needs a value: --seed N'],
    [{ args: ['--seed', '--rate', '5'] }, 'config.flag', '--seed needs a value: --seed N'],
    [{ args: ['--terminal=yes'] }, 'config.flag', '--terminal takes no value, was given yes'],
    [
      { args: ['--speed', '-1'] },
      'config.value',
      '--speed must be a number above 0, or max, was -1',
    ],
    [
      { args: ['--fill-rule', 'best'] },
      'config.value',
      '--fill-rule must be one of conservative, optimistic, was "best"',
    ],
    [
      { environment: { GHTRADER_RATE: 'many' } },
      'config.value',
      'GHTRADER_RATE must be a number from 0 to 100000, was "many"',
    ],
    [
      { environment: { GHTRADER_SEDE: '1' } },
      'config.value',
      'the environment variable GHTRADER_SEDE is no setting; did you mean GHTRADER_SEED?',
    ],
    [
      { file: '{"seed":"1"}' },
      'config.value',
      `${file}: seed must be a whole number from 0 to 4294967295, was "1"`,
    ],
    [
      { file: '{"latency":1}' },
      'config.value',
      `${file}: latency is no setting; did you mean latencyMs?`,
    ],
    [{ file: '[]' }, 'config.file', `${file} must hold one JSON object: { "seed": 7 }`],
    [
      { args: ['--config', '/nowhere/g.json'] },
      'config.file',
      '/nowhere/g.json cannot be read (ENOENT): correct the path, or the rights to it',
    ],
    [
      { file: '{"strategies":[{"id":"hand","kind":"imbalance"}]}' },
      'config.value',
      `${file}: strategies[0].id must be 1 to 24 of a–z, 0–9 and _, and not hand`,
    ],
    [
      { file: '{"strategies":[{"id":"a","kind":"magic"}]}' },
      'config.value',
      `${file}: strategies[0].kind must be one of imbalance, model, was "magic"`,
    ],
    [
      { file: '{"strategies":[{"id":"a","kind":"model","parameters":{"up":2}}]}' },
      'config.value',
      `${file}: strategies[0]: model.up must be a number from 0 to 1, was 2`,
    ],
    [
      { file: '{"strategies":[{"id":"a","kind":"model","instrument":"SIM.ag"}]}' },
      'config.value',
      `${file}: strategies[0] has the unknown member instrument; it may have id, kind, instruments, parameters, model`,
    ],
    [
      { file: '{"strategies":[{"id":"a","kind":"model"},{"id":"a","kind":"imbalance"}]}' },
      'config.value',
      `${file}: strategies[1].id is a, like an entry before it; name each once`,
    ],
  ]

  it.each(cases)('is told with its place: %j', (given, code, message) => {
    expect(refusal(given)).toEqual([code, message])
  })

  it('names the file that is no JSON', () => {
    const [code, message] = refusal({ file: '{' })
    expect([code, message.slice(0, file.length + 11)]).toEqual([
      'config.file',
      `${file} is no JSON`,
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
      'cash config data fill-rule help latency-ms no-model profile rate replay seconds seed speed symbol terminal version'.split(
        ' ',
      ),
    )
  })
})
