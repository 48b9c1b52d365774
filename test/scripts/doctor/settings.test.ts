import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FLAGS, readArguments, readSettings } from '../../../scripts/doctor/settings.mjs'
import { readConfig } from '../../../src/main/app/config/index.ts'
import { OPTIONS } from '../../../src/main/app/config/options.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const REDIS = 'redis://:word@localhost:6380'
const QUESTDB = 'http::addr=localhost:9000;'
const PG = 'postgresql://admin:quest@localhost:8812/qdb'

interface Start {
  readonly title: string
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly file: object
}

const STARTS: readonly Start[] = [
  { title: 'nothing', args: [], environment: {}, file: {} },
  {
    title: 'flags',
    args: ['--redis', REDIS, '--data', 'here', '--web-port', '8080', '--runtime=/run/x'],
    environment: { GHTRADER_REDIS: 'redis://elsewhere' },
    file: { redis: 'redis://elsewhere', questdb: QUESTDB },
  },
  {
    title: 'the environment',
    args: [],
    environment: { GHTRADER_QUESTDB_PG: PG, GHTRADER_DATA: 'kept', GHTRADER_REDIS: '' },
    file: { questdbPg: 'postgresql://elsewhere/x', redis: REDIS },
  },
  {
    title: 'the file, whose paths count from its folder',
    args: [],
    environment: {},
    file: { data: '../kept', runtime: 'sockets', webPort: 0, questdb: QUESTDB, seed: 7 },
  },
]

describe('the doctor’s settings', () => {
  it('have the flags of the workstation’s own', () => {
    const own = Object.keys(FLAGS).map((name) => [name, OPTIONS[name as keyof typeof FLAGS].flag])
    expect(Object.entries(FLAGS)).toEqual(own)
  })

  it.each(STARTS)('are what a start with $title would use', ({ args, environment, file }) => {
    const home = temporaryFolder()
    mkdirSync(join(home, '.config/ghtrader'), { recursive: true })
    writeFileSync(join(home, '.config/ghtrader/ghtrader.json'), JSON.stringify(file))
    const places = { platform: 'linux' as const, environment, home }
    const request = readConfig(args, { ...places, folder: home })
    if (!request.ok || request.value.kind !== 'trade') throw new Error('the start was refused')
    const { redis, questdb, questdbPg, webPort, runtime, data } = request.value.settings
    const { settings, problem } = readSettings(readArguments(args).told, places, home)
    expect([settings, problem]).toEqual([
      {
        redis,
        questdb,
        questdbPg,
        webPort,
        runtime,
        data,
        file: join(home, '.config/ghtrader/ghtrader.json'),
      },
      '',
    ])
  })

  it.each([
    ['{ "redis": "redis://:canary@h" ', 'is no JSON'],
    ['[]', 'holds no JSON object'],
    [undefined, 'cannot be read (ENOENT)'],
  ])('say what is wrong with the file %j, and quote nothing of it', (text, problem) => {
    const home = temporaryFolder()
    const file = join(home, 'my.json')
    if (text !== undefined) writeFileSync(file, text)
    const places = { platform: 'linux' as const, environment: {}, home }
    expect(readSettings({ config: 'my.json' }, places, home)).toEqual({
      settings: {
        redis: '',
        questdb: '',
        questdbPg: '',
        webPort: 0,
        runtime: '',
        data: join(home, '.local/share/ghtrader'),
        file,
      },
      problem,
    })
  })
})
