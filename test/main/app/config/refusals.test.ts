import { describe, expect, it } from 'vitest'
import type { Given } from './config-fixture.ts'
import { read } from './config-fixture.ts'

function refusal(given: Given): readonly [code: string, message: string] {
  const { request, home } = read(given)
  if (request.ok) throw new Error('was taken')
  return [request.error.code, request.error.message.replaceAll(home, '~')]
}

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
    [
      { args: ['--web-port', '65536'] },
      'config.value',
      '--web-port must be a whole number from 0 to 65535, was 65536',
    ],
    [
      { environment: { GHTRADER_SILENCE_MS: '10' } },
      'config.value',
      'GHTRADER_SILENCE_MS must be a whole number from 50 to 600000, was 10',
    ],
    [
      { file: '{"oneProces":true}' },
      'config.value',
      `${file}: oneProces is no setting; did you mean oneProcess?`,
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
      `${file}: strategies[0].id must be 1 to 24 of a–z, 0–9 and _, and neither hand nor main`,
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

  const instead =
    'the mode is replay with --replay FILE…, else simulated, on the built-in market: leave it out'
  const feed =
    'paper wants a feed of real quotes, and no adapter for any is here: ' +
    'docs/adding-a-gateway.md tells how to add one'

  it.each<readonly [Given, string]>([
    [{ args: ['--mode', 'paper'] }, `--mode cannot be paper; ${feed}; ${instead}`],
    [{ args: ['--mode=paper', '--seed', '1'] }, `--mode cannot be paper; ${feed}; ${instead}`],
    [
      { environment: { GHTRADER_MODE: 'paper' } },
      `GHTRADER_MODE cannot be paper; ${feed}; ${instead}`,
    ],
    [{ file: '{"mode":"paper"}' }, `${file}: mode cannot be paper; ${feed}; ${instead}`],
    [
      { args: ['--mode', 'live'] },
      '--mode cannot be live; live wants a broker, and no adapter for any is here: ' +
        `docs/adding-a-gateway.md tells how to add one; ${instead}`,
    ],
    [{ args: ['--mode', 'simulated'] }, `--mode chooses no mode; ${instead}`],
    [{ args: ['--mode'] }, `--mode chooses no mode; ${instead}`],
  ])('says what a mode lacks that cannot be started: %j', (given, message) => {
    expect(refusal(given)).toEqual(['config.value', message])
  })

  it.each(cases)('is told with its place: %j', (given, code, message) => {
    expect(refusal(given)).toEqual([code, message])
  })

  it.each<readonly [Given, string]>([
    [{ args: ['--redis', 'host:hunter2'] }, '--redis must be a URL such as redis://localhost:6379'],
    [
      { environment: { GHTRADER_QUESTDB: 'tcp::addr=h;password=hunter2;' } },
      'GHTRADER_QUESTDB must be a configuration such as http::addr=localhost:9000;',
    ],
    [
      { file: '{"questdbPg":"mysql://u:hunter2@h"}' },
      `${file}: questdbPg must be a URL such as postgresql://user:password@localhost:8812/qdb`,
    ],
    [
      { file: '{"redis":"redis://u:hunter2@h", x}' },
      `${file} is no JSON (Expected double-quoted property name in JSON at position 32): correct it`,
    ],
    [{ file: '{"redis":hunter2}' }, `${file} is no JSON (Unexpected token 'h'): correct it`],
  ])('never shows what may be a password: %j', (given, message) => {
    expect(refusal(given)[1]).toEqual(message)
  })

  it('names the file that is no JSON', () => {
    const [code, message] = refusal({ file: '{' })
    expect([code, message.slice(0, file.length + 11)]).toEqual([
      'config.file',
      `${file} is no JSON`,
    ])
  })
})
