import { expect, it } from 'vitest'
import { mayRestart } from '../../../src/core/desk/may-restart.ts'

it('every process may be started again but main, and a gateway in live', () => {
  const workers = ['main', 'exchange', 'gateway', 'strategy'] as const
  const may = (mode: 'simulated' | 'live') =>
    workers.filter((worker) => mayRestart({ worker }, mode))
  expect(may('simulated')).toEqual(['exchange', 'gateway', 'strategy'])
  expect(may('live')).toEqual(['exchange', 'strategy'])
})
