import { Socket as TcpSocket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as zeromq from 'zeromq'
import { createCurveKeys, createZeromqBus } from '../../../src/adapters/bus/index.ts'
import type { Bus, ConnectorKeys, Endpoint } from '../../../src/core/ports/index.ts'
import { frame, textOf } from '../../contract/bus/frames.ts'
import { freePort, tcpPlace } from '../../contract/bus/networks.ts'
import { opened } from '../../contract/bus/role.ts'
import { refused } from '../../core/contracts/told.ts'
import { until } from '../../until.ts'

function newBus(): Bus {
  const bus = createZeromqBus()
  onTestFinished(() => bus.close())
  return bus
}

/** A place where one is let in, and the line of that one, which is up. */
async function guarded() {
  const { binder, connector } = await tcpPlace()
  const bus = newBus()
  const heard: string[] = []
  opened(await bus.collect(binder)).onFrame((bytes) => heard.push(textOf(bytes)))
  const friend = opened(newBus().push(connector))
  await until(() => friend.connected)
  const keys = connector.keys as ConnectorKeys
  return { address: binder.address, binder, bus, heard, friend, keys }
}

const STRANGERS: readonly [who: string, change: (keys: ConnectorKeys) => ConnectorKeys][] = [
  ['whose key is not on the list', (keys) => ({ ...keys, ...createCurveKeys() })],
  [
    'that has the public key of a friend alone',
    (keys) => ({ ...keys, secretKey: createCurveKeys().secretKey }),
  ],
  ['that takes us for another', (keys) => ({ ...keys, serverKey: createCurveKeys().publicKey })],
]

describe('a tcp endpoint', () => {
  it.each(STRANGERS)('lets nobody in %s', async (_who, change) => {
    const { address, heard, friend, keys } = await guarded()
    const stranger = opened(newBus().push({ address, keys: change(keys) }))
    const taken: boolean[] = []
    for (let count = 0; count < 30; count++) {
      taken.push(await stranger.send(frame('stranger')))
      await until(() => friend.send(frame('friend')))
      await until(() => heard.length === count + 1)
    }
    expect([stranger.connected, new Set(taken), new Set(heard)]).toEqual([
      false,
      new Set([false]),
      new Set(['friend']),
    ])
  })

  it('tells nothing to a subscriber without keys, nor to one that is no bus', async () => {
    const { binder, connector } = await tcpPlace()
    const publisher = opened(await newBus().publish(binder))
    const port = Number(binder.address.slice(binder.address.lastIndexOf(':') + 1))
    const plain = new zeromq.Subscriber({ linger: 0, reconnectInterval: 50 })
    const got: string[] = []
    plain.subscribe()
    plain.connect(binder.address)
    const reading = plain.receive().then(
      () => got.push('a fact'),
      () => undefined,
    )
    const raw = new TcpSocket().connect(port, '127.0.0.1')
    onTestFinished(() => void raw.destroy())
    const bytes: Buffer[] = []
    raw.on('data', (chunk: Buffer) => bytes.push(chunk)).on('error', () => undefined)
    raw.write('GET / HTTP/1.1\r\n\r\n')
    const heard: string[] = []
    opened(
      newBus().subscribe(connector, {
        topics: [],
        onFrame: (bytes) => heard.push(textOf(bytes)),
      }),
    )
    await until(() => {
      publisher.send(frame('a secret fact'))
      return heard.length >= 50
    })
    plain.close()
    await reading
    expect([got, Buffer.concat(bytes).includes('secret')]).toEqual([[], false])
  })

  it('lets a key in that is listed when the place is bound anew', async () => {
    const { address, bus, binder, keys } = await guarded()
    const late = createCurveKeys()
    const pusher = opened(newBus().push({ address, keys: { ...keys, ...late } }))
    await bus.close()
    if (binder.keys?.kind !== 'binder') throw new Error('the binder was to have keys')
    const allowed = [...binder.keys.allowed, late.publicKey]
    opened(await newBus().collect({ address, keys: { ...binder.keys, allowed } }))
    await until(() => pusher.connected)
    expect(await pusher.send(frame('in at last'))).toBe(true)
  })

  it('lets in by its own list, not by that of another endpoint of its process', async () => {
    const bus = newBus()
    const places = [await tcpPlace(), await tcpPlace()]
    const heard: string[] = []
    for (const { binder } of places)
      opened(await bus.collect(binder)).onFrame((bytes) => heard.push(textOf(bytes)))
    const [first, second] = places.map(({ connector }) => connector)
    const serverKey = (second!.keys as ConnectorKeys).serverKey
    const keys = { ...(first!.keys as ConnectorKeys), serverKey }
    const wrong = opened(newBus().push({ address: second!.address, keys }))
    const right = opened(newBus().push(second!))
    const taken: boolean[] = []
    for (let count = 0; count < 30; count++) {
      taken.push(await wrong.send(frame('wrong')))
      await until(() => right.send(frame('right')))
      await until(() => heard.length === count + 1)
    }
    expect([wrong.connected, new Set(taken), new Set(heard)]).toEqual([
      false,
      new Set([false]),
      new Set(['right']),
    ])
  })

  it('is refused without keys, with those of the other side and with none that are keys', async () => {
    const { binder, connector } = await tcpPlace()
    const { address } = binder
    const bus = newBus()
    const secret = 'not a key, and yet a secret'
    const asBinder = (keys: Endpoint['keys']) => bus.collect({ address, ...(keys && { keys }) })
    const asConnector = (keys: Endpoint['keys']) => bus.push({ address, ...(keys && { keys }) })
    if (binder.keys?.kind !== 'binder' || connector.keys?.kind !== 'connector')
      throw new Error('both sides were to have keys')
    const refusals = [
      await asBinder(undefined),
      await asBinder(connector.keys),
      await asBinder({ ...binder.keys, secretKey: secret }),
      await asBinder({ ...binder.keys, allowed: [connector.keys.publicKey, secret] }),
      asConnector(undefined),
      asConnector(binder.keys),
      asConnector({ ...connector.keys, secretKey: secret }),
      asConnector({ ...connector.keys, publicKey: '#'.repeat(40) }),
      asConnector({ ...connector.keys, serverKey: '' }),
    ]
    const why = [
      'has no keys, and needs those of a binder',
      'has the keys of a connector, not of a binder',
      'has a secret key that is not 40 characters of Z85',
      'has a public key that is not',
      'has no keys, and needs those of a connector',
      'has the keys of a binder, not of a connector',
      'has a secret key that is not',
      'has a public key that is not',
      'has a server key that is not',
    ]
    expect(refusals).toEqual(why.map((words) => refused('bus.keys', address, words)))
    expect(JSON.stringify(refusals)).not.toContain(secret)
  })

  it('is refused where this machine has no such address', async () => {
    const { binder } = await tcpPlace()
    const address = `tcp://192.0.2.1:${await freePort()}`
    expect(await newBus().publish({ ...binder, address })).toEqual(
      refused('bus.address', address, 'cannot be bound', 'choose an address of this machine'),
    )
  })
})
