import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addressOfConfiguration, addressOfUrl } from '../../../scripts/doctor/addresses.mjs'
import { isFree, listenersIn, ownerOf } from '../../../scripts/doctor/port-owner.mjs'
import { storeRows } from '../../../scripts/doctor/stores.mjs'
import { freePorts, QUESTDB, REDIS, startQuestdb, startRedis } from '../../servers/index.ts'

const NONE = { redis: '', questdb: '', questdbPg: '' }

/** An HTTP server that is no store. */
async function stranger(): Promise<number> {
  const server = createServer((_, response) => response.writeHead(404).end('nothing'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

describe('the address of a store', () => {
  it.each([
    ['redis://h', { host: 'h', port: 1, isEncrypted: false, user: '', password: '' }],
    ['rediss://u:p%40@h:2/3', { host: 'h', port: 2, isEncrypted: true, user: 'u', password: 'p@' }],
    [
      'postgresql://[::1]/qdb',
      { host: '::1', port: 1, isEncrypted: false, user: '', password: '' },
    ],
    ['http://h', undefined],
    ['no address', undefined],
  ])('is read from %s', (url, address) => {
    expect(addressOfUrl(url, 1)).toEqual(address)
  })

  it.each([
    ['http::addr=h:9001;username=u;', 'h', 9001, false],
    ['https::token=x;addr=[::1];', '::1', 9000, true],
    ['http::addr=h', 'h', 9000, false],
  ])('is read from %s', (configuration, host, port, isEncrypted) => {
    expect(addressOfConfiguration(configuration)).toEqual({
      host,
      port,
      isEncrypted,
      user: '',
      password: '',
    })
  })

  it('is refused where there is none', () => {
    expect(['tcp::addr=h:1;', 'http::', 'http::addr=;', ''].map(addressOfConfiguration)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })
})

describe('a port', () => {
  it('is told to be free or not', async () => {
    const [free = 0] = await freePorts(1)
    expect([await isFree(free), await isFree(await stranger())]).toEqual([true, false])
  })

  it.skipIf(process.platform !== 'linux')('is told with its holder (Linux only)', async () => {
    expect(ownerOf(await stranger())).toContain(`(process ${process.pid})`)
  })

  it('is found among the listening sockets alone', () => {
    const table = [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      '   0: 0100007F:18EB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 77 1',
      '   1: 0100007F:18EB 0100007F:A1B2 01 00000000:00000000 00:00000000 00000000     0        0 78 1',
      '   2: 0100007F:18EC 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 79 1',
    ].join('\n')
    expect([listenersIn(table, 6379), listenersIn(table, 1)]).toEqual([['77'], []])
  })
})

describe('stores that are named', () => {
  it('are told to be silent, with how to mend it', async () => {
    const [port] = await freePorts(1)
    const rows = await storeRows({
      redis: `redis://127.0.0.1:${port}`,
      questdb: `http::addr=127.0.0.1:${port};`,
      questdbPg: 'no address',
    })
    expect(rows).toEqual([
      {
        name: 'Redis answers',
        verdict: 'miss',
        found: `127.0.0.1:${port}: ECONNREFUSED`,
        mend: 'start it, or correct --redis',
      },
      {
        name: 'QuestDB writes',
        verdict: 'miss',
        found: `127.0.0.1:${port}: ECONNREFUSED`,
        mend: 'start it, or correct --questdb',
      },
      {
        name: 'QuestDB reads',
        verdict: 'miss',
        found: '--questdb-pg is of another form',
        mend: 'write it as postgresql://127.0.0.1:8812/qdb',
      },
    ])
  })

  it('are told from strangers at their ports', async () => {
    const port = await stranger()
    const rows = await storeRows({
      redis: `redis://127.0.0.1:${port}`,
      questdb: `http::addr=127.0.0.1:${port};`,
      questdbPg: `postgresql://127.0.0.1:${port}/qdb`,
    })
    const problems = rows.map(({ found }) => /^127\S+: (.*?)(; the port .*)?$/.exec(found)?.[1])
    expect([rows.map(({ verdict }) => verdict), problems]).toEqual([
      ['miss', 'miss', 'miss'],
      [
        'whoever answers is no Redis',
        'it answers HTTP/1.1 404 Not Found',
        'whoever answers speaks another protocol',
      ],
    ])
  })

  it.skipIf(REDIS.isAbsent)(
    `answer when they are well, and refuse a password${REDIS.why}`,
    async () => {
      const server = await startRedis({ directives: { requirepass: 'canary' } })
      onTestFinished(() => server.stop())
      const found = async (login: string) => {
        const redis = `redis://${login}127.0.0.1:${server.port}`
        const [row] = await storeRows({ ...NONE, redis })
        return [row?.verdict, row?.found.replace(/;.*$/, '')]
      }
      const place = `127.0.0.1:${server.port}`
      expect([await found(':canary@'), await found(''), (await found(':Canary2@'))[0]]).toEqual([
        ['ok', place],
        ['miss', `${place}: it refuses: NOAUTH Authentication required.`],
        'miss',
      ])
    },
  )

  it.skipIf(QUESTDB.isAbsent)(`answer at both doors of QuestDB${QUESTDB.why}`, async () => {
    const server = await startQuestdb()
    onTestFinished(() => server.stop())
    const rows = await storeRows({
      ...NONE,
      questdb: `http::addr=127.0.0.1:${server.httpPort};`,
      questdbPg: `postgresql://127.0.0.1:${server.pgPort}/qdb`,
    })
    expect(rows.slice(1).map(({ verdict, found }) => [verdict, found])).toEqual([
      ['ok', `127.0.0.1:${server.httpPort}`],
      ['ok', `127.0.0.1:${server.pgPort}`],
    ])
  })
})
