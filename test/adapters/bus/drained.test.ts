import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'

it('tells who collects over ZeroMQ, behind the last frame that is ready, that none is left', async () => {
  const endpoint = { address: `ipc://${join(temporaryFolder(), 'door')}` }
  const [binder, connector] = [createZeromqBus(), createZeromqBus()]
  const collector = await binder.collect(endpoint)
  const pusher = connector.push(endpoint)
  if (!collector.ok || !pusher.ok) throw new Error('the door cannot be opened')
  await until(() => pusher.value.connected)
  const log: string[] = []
  const count = 100
  const sent = Array.from({ length: count }, () => pusher.value.send(Uint8Array.of(1)))
  expect((await Promise.all(sent)).every(Boolean)).toBe(true)
  collector.value.onFrame(
    () => void log.push('frame'),
    () => void log.push('drained'),
  )
  await until(
    () => log.at(-1) === 'drained' && log.filter((each) => each === 'frame').length === count,
  )
  expect(log.slice(-2)).toEqual(['frame', 'drained'])
  await binder.close()
  await connector.close()
})
