import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedHotStore, openRedisHotStore } from '../../../src/adapters/hot-store/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import type { HotEntry, HotPlace, HotStore } from '../../../src/core/ports/index.ts'
import { HOT_KINDS } from '../../../src/core/ports/index.ts'
import { refused } from '../../core/contracts/told.ts'
import { REDIS } from '../../servers/redis.ts'
import type { Listener } from './listener.ts'
import { listenEmbedded, listenRedis, runRedis } from './listener.ts'

const PLACE: HotPlace = { mode: 'simulated', profile: 'default' }
const OTHER_MODE: HotPlace = { mode: 'paper', profile: 'default' }
const OTHER_PROFILE: HotPlace = { mode: 'simulated', profile: 'default2' }

/** What holds the entries of several places, whatever it is made of. */
interface Medium {
  open(place: HotPlace): HotStore
  /** What is told from now on, on every channel. */
  listen(): Promise<Listener>
  /** All keys and their text, as another reader finds them. */
  texts(): Promise<Readonly<Record<string, string>>>
}

function embedded(): Medium {
  const entries = new Map<string, string>()
  const { listener, hear } = listenEmbedded()
  return {
    open: (place) => openEmbeddedHotStore({ place, entries, onMessage: hear }),
    listen: () => Promise.resolve(listener),
    texts: () => Promise.resolve(Object.fromEntries(entries)),
  }
}

const redis = runRedis()

function onRedis(): Medium {
  return {
    open: (place) => {
      const store = openRedisHotStore({ url: redis.url(), place, deadlineMs: 5000 })
      if (!store.ok) throw new Error(store.error.message)
      return store.value
    },
    listen: () => listenRedis(redis.url()),
    texts: () => redis.texts(),
  }
}

const MEDIA = [
  { name: 'in memory', medium: embedded, isAbsent: false, why: '' },
  { name: 'on Redis', medium: onRedis, isAbsent: REDIS.isAbsent, why: REDIS.why },
]

for (const { name, medium, isAbsent, why } of MEDIA) {
  describe.skipIf(isAbsent)(`a hot store ${name}${why}`, () => {
    let place: Medium
    const open: HotStore[] = []
    const store = (at = PLACE): HotStore => {
      const opened = place.open(at)
      open.push(opened)
      return opened
    }
    beforeAll(async () => {
      if (name === 'on Redis') await redis.start()
      place = medium()
    })
    afterAll(async () => {
      await Promise.all(open.map((each) => each.close()))
      await redis.stop()
    })

    it('is empty at first', async () => {
      const hot = store()
      expect([await hot.read('quote', 'SIM.cu'), await hot.list('order')]).toEqual([
        ok(undefined),
        ok([]),
      ])
    })

    it('keeps the latest of each thing, where other readers look for it', async () => {
      const hot = store()
      const puts = [
        await hot.put([
          { kind: 'quote', id: 'SIM.cu', value: { last: 1 } },
          { kind: 'position', id: 'rule:SIM.cu', value: { long: 2 } },
          { kind: 'quote', id: 'SIM.cu', value: { last: 3 } },
        ]),
        await hot.put([{ kind: 'account', id: 'default', value: { balance: 4 } }]),
        await hot.put([]),
      ]
      expect([puts, await hot.read('quote', 'SIM.cu'), await place.texts()]).toEqual([
        [ok(undefined), ok(undefined), ok(undefined)],
        ok({ last: 3 }),
        {
          'ghtrader:simulated:default:quote:SIM.cu': '{"last":3}',
          'ghtrader:simulated:default:position:rule:SIM.cu': '{"long":2}',
          'ghtrader:simulated:default:account:default': '{"balance":4}',
        },
      ])
      await hot.clear()
    })

    it('takes an entry out whose value is undefined', async () => {
      const hot = store()
      await hot.put([{ kind: 'order', id: 'a', value: 1 }])
      await hot.put([
        { kind: 'order', id: 'b', value: 2 },
        { kind: 'order', id: 'a', value: undefined },
        { kind: 'order', id: 'never there', value: undefined },
      ])
      expect(await hot.list('order')).toEqual(ok([{ id: 'b', value: 2 }]))
      await hot.clear()
    })

    it('lists one kind, by id, however many there are', async () => {
      const hot = store()
      const ids = Array.from({ length: 2500 }, (_, index) => `o${String(index).padStart(4, '0')}`)
      const orders = ids.map((id, index) => ({ kind: 'order' as const, id, value: index }))
      await hot.put([...orders].reverse())
      await hot.put([{ kind: 'quote', id: 'o1', value: 'another kind' }])
      expect(await hot.list('order')).toEqual(ok(orders.map(({ id, value }) => ({ id, value }))))
      await hot.clear()
    })

    it('gives values back as JSON has them', async () => {
      const hot = store()
      const value = {
        nan: NaN,
        most: Infinity,
        gone: undefined,
        deep: [{ a: [null, -0] }],
        text: '元',
      }
      await hot.put([{ kind: 'quote', id: 'x', value }])
      expect(await hot.read('quote', 'x')).toEqual(
        ok({ nan: null, most: null, deep: [{ a: [null, 0] }], text: '元' }),
      )
      await hot.clear()
    })

    it('holds what a map of JSON would hold, for any ids and values', async () => {
      const hot = store()
      const entry: fc.Arbitrary<HotEntry> = fc.record({
        kind: fc.constantFrom(...HOT_KINDS),
        id: fc.oneof(
          fc.constantFrom('a', 'b*', '[c]', 'd:e', '\\f?'),
          fc.string({ unit: 'grapheme' }),
        ),
        value: fc.oneof(fc.constant(undefined), fc.jsonValue()),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(entry)), async (batches) => {
          await hot.clear()
          const model = new Map<string, { id: string; value: unknown }>()
          for (const batch of batches) {
            expect(await hot.put(batch)).toEqual(ok(undefined))
            for (const { kind, id, value } of batch) {
              if (value === undefined) model.delete(kind + id)
              else model.set(kind + id, { id, value: JSON.parse(JSON.stringify(value)) as unknown })
            }
          }
          for (const kind of HOT_KINDS) {
            const listed = await hot.list(kind)
            const wanted = [...model].filter(([key, { id }]) => key === kind + id)
            expect(listed).toEqual(
              ok(wanted.map(([, reading]) => reading).sort((a, b) => (a.id < b.id ? -1 : 1))),
            )
          }
        }),
        { numRuns: 60 },
      )
      await hot.clear()
    })

    it('keeps instances apart, and clears one of them alone', async () => {
      const [mine, mode, profile] = [store(), store(OTHER_MODE), store(OTHER_PROFILE)]
      for (const [index, hot] of [mine, mode, profile].entries())
        await hot.put([{ kind: 'account', id: 'default', value: index }])
      const before = await Promise.all([mine, mode, profile].map((hot) => hot.list('account')))
      expect(await mine.clear()).toEqual(ok(undefined))
      const after = await Promise.all([mine, mode, profile].map((hot) => hot.list('account')))
      const only = (value: number) => ok([{ id: 'default', value }])
      expect([before, after]).toEqual([
        [only(0), only(1), only(2)],
        [ok([]), only(1), only(2)],
      ])
      await Promise.all([mode.clear(), profile.clear()])
    })

    it('tells the account’s channel, with its own mode in the message', async () => {
      const listener = await place.listen()
      const [simulated, paper] = [store(), store(OTHER_MODE)]
      const told = [
        await simulated.publish({ kind: 'fill', lots: 2, mode: 'live' }),
        await paper.publish({ kind: 'order', price: NaN }),
      ]
      expect([told, await listener.heard(2)]).toEqual([
        [ok(undefined), ok(undefined)],
        [
          ['updates:account:default', { kind: 'fill', lots: 2, mode: 'simulated' }],
          ['updates:account:default', { kind: 'order', price: null, mode: 'paper' }],
        ],
      ])
      await listener.close()
    })

    it('says how it is', async () => {
      const hot = store()
      const before = hot.status().latencyMs
      await hot.read('quote', 'x')
      const { latencyMs, ...rest } = hot.status()
      expect([before, latencyMs >= 0, rest]).toEqual([
        NaN,
        true,
        { isConnected: true, lastError: undefined },
      ])
    })

    it('throws for what JSON cannot hold', () => {
      const hot = store()
      expect(() => hot.put([{ kind: 'quote', id: 'x', value: 1n }])).toThrow(TypeError)
    })

    it('refuses every call once it is closed', async () => {
      const hot = store()
      await hot.put([{ kind: 'quote', id: 'x', value: 1 }])
      await hot.close()
      const answers = [
        await hot.put([]),
        await hot.publish({}),
        await hot.read('quote', 'x'),
        await hot.list('quote'),
        await hot.clear(),
      ]
      expect(answers).toEqual(answers.map(() => refused('store.unreachable')))
      const { isConnected, lastError } = hot.status()
      expect([isConnected, lastError?.code]).toEqual([false, 'store.unreachable'])
      await hot.close()
    })
  })
}
