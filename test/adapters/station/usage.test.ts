import { describe, expect, it } from 'vitest'
import { tellUsage } from '../../../src/adapters/station/usage.ts'
import { InstanceFixture } from '../../main/app/replica/instance-fixture.ts'
import { until } from '../../until.ts'

describe('what a process takes of the machine', () => {
  it('is told among the figures of its beats', async () => {
    const { station } = await new InstanceFixture().worker('gateway')
    tellUsage(station)
    const { figures } = station.heart
    await until(() => figures['process.rss_bytes'] !== undefined)
    const { 'process.cpu_percent': share = NaN, 'process.rss_bytes': bytes = NaN } = figures
    expect([share >= 0, bytes > 10_000_000]).toEqual([true, true])
  })
})
