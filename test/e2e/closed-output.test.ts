import { expect, it } from 'vitest'
import { until } from '../until.ts'
import { Home, StartedHost } from './started-host.ts'

it('leaves in good order when whoever reads its output is gone', async () => {
  const home = new Home()
  const host = new StartedHost(home, [])
  await host.says(/ready/)
  await until(() => home.workers().size > 0)
  host.closeOutput()
  expect(await host.ended).toBe(0)
  expect([...home.workers().keys()]).toEqual([])
  expect(home.leftovers().filter((name) => name.endsWith('.facts'))).toEqual([])
})
