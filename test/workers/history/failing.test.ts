import { expect, it } from 'vitest'
import { failure } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { freePorts } from '../../servers/index.ts'
import { until } from '../../until.ts'
import { Failing } from '../../../workers/history/failing.ts'
import { arranged } from './arrangement.ts'
import { secret } from './history-fixture.ts'
import { walk } from './market-quotes.ts'

const AWAY = failure('store.unreachable', 'the store is away')
const at = (seconds: number): Micros => (seconds * 1_000_000) as Micros

it('counts from when a store was first seen failing, until it works, and anew after that', () => {
  const failing = new Failing()
  const looks = [
    [undefined, 1],
    [AWAY, 2],
    [AWAY, 3.5],
    [undefined, 4],
    [AWAY, 5],
    [AWAY, 5.25],
  ] as const
  expect(looks.map(([why, seconds]) => failing.look(why, at(seconds)))).toEqual([
    0, 1, 1_500, 0, 1, 250,
  ])
})

it('tells for how long stores are away that nobody is at, and that embedded ones are not', async () => {
  const [redis = 0, questdb = 0] = await freePorts(2)
  const away = await arranged({
    spec: {
      redis: secret(`redis://127.0.0.1:${redis}`),
      questdb: secret(`http::addr=127.0.0.1:${questdb};`),
    },
  })
  away.gateway.quotes(...walk(10))
  const failing = ({ figure }: typeof away): readonly number[] =>
    ['hot.failing_ms', 'history.failing_ms'].map(figure)
  await until(() => failing(away).every((millis) => millis > 500))
  expect(away.figure('hot.latency_ms')).toBeNaN()

  const embedded = await arranged()
  embedded.gateway.quotes(...walk(10))
  await until(() => embedded.figure('outbox.sent') > 0)
  expect(failing(embedded)).toEqual([0, 0])
})
