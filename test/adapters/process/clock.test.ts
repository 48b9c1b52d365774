import process from 'node:process'
import { expect, it } from 'vitest'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'

const machine = (): number => Number(process.hrtime.bigint() / 1000n)

it('counts monotonic time from the boot, as every process does', () => {
  for (let reading = 0; reading < 100; reading++) {
    const before = machine()
    const told = SYSTEM_CLOCK.monotonic()
    const after = machine()
    expect(told).toBeGreaterThanOrEqual(before - 50)
    expect(told).toBeLessThanOrEqual(after + 50)
  }
})

it('never goes back, and counts whole microseconds', () => {
  const readings = Array.from({ length: 10_000 }, () => SYSTEM_CLOCK.monotonic())
  expect(readings.every((now) => Number.isInteger(now))).toBe(true)
  expect(readings).toEqual(readings.toSorted((one, other) => one - other))
})
