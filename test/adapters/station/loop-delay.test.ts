import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { tellLoopDelay } from '../../../src/adapters/station/loop-delay.ts'
import { InstanceFixture } from '../../main/app/replica/instance-fixture.ts'
import { until } from '../../until.ts'

/** Milliseconds: far above what the timer itself is late by. */
const HELD = 150

describe('how late a loop comes', () => {
  it('is told among the figures of its beats: a loop that was held shows it', async () => {
    const { station } = await new InstanceFixture().worker('gateway')
    tellLoopDelay(station)
    const { figures } = station.heart
    await until(() => figures['loop.p99_us'] !== undefined)
    // Just after it was told nobody looks.
    await setTimeout(100)
    const from = performance.now()
    while (performance.now() - from < HELD);
    await until(() => (figures['loop.p99_us'] ?? 0) > (HELD - 50) * 1_000)
    const { 'loop.p50_us': half = NaN, 'loop.p99_us': worst = NaN } = figures
    expect(half).toBeLessThan(worst)
  })
})
