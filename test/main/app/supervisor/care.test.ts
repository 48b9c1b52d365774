import { expect, it } from 'vitest'
import { wardOf } from '../../../../src/main/app/supervisor/care.ts'
import type { Mode } from '../../../../src/core/contracts/index.ts'
import type { WorkerKind, WorkerSpec } from '../../../../src/core/contracts/worker-spec.ts'

const startsAfter = (worker: WorkerKind, mode: Mode): number =>
  wardOf({ name: worker, worker, mode, silenceMs: 1000 } as WorkerSpec).startsAfter

it('begins with what brings prices; the watchdog is there before the strategies', () => {
  const order = (['exchange', 'gateway', 'watchdog', 'strategy', 'history'] as const).map(
    (worker) => startsAfter(worker, 'simulated'),
  )
  expect(order).toEqual([0, 0, 200_000, 500_000, 500_000])
})

it('has a watchdog from the first moment where money is real', () => {
  expect([startsAfter('watchdog', 'live'), startsAfter('watchdog', 'paper')]).toEqual([0, 200_000])
})

it('lets nobody wait in a replay, which begins when all are there', () => {
  const all = (['exchange', 'gateway', 'strategy', 'history'] as const).map((worker) =>
    startsAfter(worker, 'replay'),
  )
  expect(all).toEqual([0, 0, 0, 0])
})
