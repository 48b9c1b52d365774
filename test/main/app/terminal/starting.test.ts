import { expect, it } from 'vitest'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { render } from '../../../../src/main/app/terminal/render.ts'
import { statusLine } from '../../../../src/main/app/terminal/status-line.ts'
import { viewFixture } from './view-fixture.ts'

const process = { pid: 7, note: '', age: NaN, restarts: 0, cpu: NaN, memory: NaN }
const starting = viewFixture({
  now: 0 as Micros,
  state: 'halted',
  processes: [
    { ...process, name: 'exchange', condition: 'ready' },
    { ...process, name: 'gateway', condition: 'waits' },
  ],
})

it('shows no figures of an account of which nothing is known yet', () => {
  const [first, second] = render(starting, 100, 40, false)
  expect([statusLine(starting), first?.trimEnd(), second?.includes('balance')]).toEqual([
    'starting: exchange ready, gateway waits',
    ` SIMULATED  starting default${' '.repeat(64)} q quit`,
    false,
  ])
})
