import { describe, expect, it } from 'vitest'
import type { WorkerSpec } from '../../../../src/core/contracts/worker-spec.ts'
import { restartRefusal } from '../../../../src/main/app/supervisor/restart-refusal.ts'
import { Rig } from './rig.ts'

function started(): Rig {
  const rig = new Rig()
  rig.begin()
  rig.pass(1000)
  rig.log.length = 0
  return rig
}

function restart(rig: Rig, name: string): void {
  rig.apply(rig.supervisor.restart(name, rig.now))
}

describe('a worker that a person wants started again', () => {
  it('leaves in good order and starts at once, the others go on', () => {
    const rig = started()
    const before = rig.processOf('gateway')?.pid
    restart(rig, 'gateway')
    rig.pass(1_000)
    expect(rig.log).toEqual([
      '+1000 ask gateway',
      '+1000 told gateway left as it was asked, and starts again',
      '+1000 launch gateway',
      '+1250 told gateway is ready again',
    ])
    expect(rig.processOf('gateway')?.pid).not.toBe(before)
    expect(rig.supervisor.statuses().find(({ name }) => name === 'gateway')?.again).toBe(1)
  })

  it('is ended by force where it does not leave, once', () => {
    const rig = started()
    rig.processOf('exchange')!.manner = 'deaf'
    restart(rig, 'exchange')
    rig.pass(2_000)
    restart(rig, 'exchange')
    rig.pass(12_000)
    expect(rig.done('end', 'kill', 'launch')).toEqual([
      'end exchange',
      'kill exchange',
      'launch exchange',
    ])
  })

  it('is not given up for it, however often it is wanted', () => {
    const rig = started()
    for (let times = 0; times < 12; times++) {
      restart(rig, 'strategy.rule')
      rig.pass(1_000)
    }
    expect(rig.done('launch').length).toBe(12)
    expect(rig.done('lost')).toEqual([])
  })

  it('is nobody, where nobody has that name', () => {
    const rig = started()
    restart(rig, 'nobody')
    rig.pass(1_000)
    expect(rig.log).toEqual([])
  })

  it('stays away where everything ends meanwhile', () => {
    const rig = started()
    rig.processOf('gateway')!.manner = 'deaf'
    restart(rig, 'gateway')
    rig.quit()
    restart(rig, 'exchange')
    rig.pass(30_000)
    expect([rig.done('launch'), rig.living.size, rig.supervisor.ended]).toEqual([[], 0, true])
  })
})

describe('the wish to start a worker again', () => {
  const spec = (worker: WorkerSpec['worker'], mode = 'simulated') =>
    [worker, { name: worker, worker, mode } as WorkerSpec] as const
  const specs = new Map([spec('gateway', 'live'), spec('history', 'live')])

  it.each([
    ['nobody', 'up', false, 'command.shape'],
    ['main', 'up', false, 'command.shape'],
    ['gateway', 'up', false, 'command.state'],
    ['gateway', 'lost', false, 'command.state'],
    ['history', 'up', true, 'command.state'],
    ['history', 'down', false, 'command.state'],
    ['history', 'up', false, undefined],
    ['history', 'lost', false, undefined],
    ['history', 'killed', false, undefined],
  ] as const)('%s that is %s, everything ending: %s, comes to %s', (name, phase, ends, code) => {
    expect(restartRefusal(name, specs, phase, ends)?.code).toBe(code)
  })

  it('may be for a gateway where nothing is at stake', () => {
    expect(restartRefusal('gateway', new Map([spec('gateway')]), 'up', false)).toBe(undefined)
  })
})
