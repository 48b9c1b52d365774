import { describe, expect, it } from 'vitest'
import { Rig, beatOf } from './rig.ts'

function started(): Rig {
  const rig = new Rig()
  rig.begin()
  rig.pass(1000)
  rig.log.length = 0
  return rig
}

describe('a worker that ends', () => {
  it('is started again, the others go on', () => {
    const rig = started()
    rig.end('gateway')
    rig.pass(1000)
    expect(rig.log).toEqual([
      '+1000 told gateway ended (SIGKILL): started again in 0.25 s',
      '+1250 launch gateway',
      '+1500 told gateway is ready again',
    ])
  })

  it('waits twice as long each time, and is given up after five restarts in a minute', () => {
    const rig = started()
    rig.manner = 'dies'
    rig.end('exchange')
    rig.pass(60_000)
    expect(rig.log.filter((line) => !line.includes('told'))).toEqual([
      '+1250 launch exchange',
      '+1750 launch exchange',
      '+2750 launch exchange',
      '+4750 launch exchange',
      '+8750 launch exchange',
      '+8750 lost exchange loop',
    ])
  })

  it('never waits longer than its bound', () => {
    const rig = started()
    rig.manner = 'dies'
    rig.end('watchdog')
    rig.pass(60_000)
    const starts = rig.log
      .filter((line) => line.includes('launch'))
      .map((line) => line.split(' ')[0])
    expect(starts).toEqual(['+1250', '+1750', '+2250', '+2750', '+3250'])
  })

  it('is forgiven what was before after thirty seconds of health', () => {
    const rig = started()
    for (let life = 0; life < 10; life++) {
      rig.end('gateway')
      rig.pass(31_000)
    }
    const ends = rig.done('told').filter((line) => line.includes('ended'))
    expect([ends.length, new Set(ends).size, rig.done('lost')]).toEqual([10, 1, []])
  })

  it('is tried twice more where it refuses to start as told', () => {
    const rig = new Rig()
    rig.manner = 'refuses'
    rig.begin()
    rig.pass(20_000)
    expect(rig.done('launch', 'lost').filter((line) => line.includes('gateway'))).toEqual([
      'launch gateway',
      'launch gateway',
      'launch gateway',
      'lost gateway refused',
    ])
  })

  it('is started anew where a person wants it, and that counts as a restart like any other', () => {
    const rig = started()
    const restarts = () => rig.supervisor.statuses().find(({ name }) => name === 'gateway')?.again
    rig.manner = 'dies'
    rig.end('gateway')
    rig.pass(60_000)
    rig.manner = 'obeys'
    const before = restarts()
    rig.apply(rig.supervisor.revive('gateway', rig.now))
    rig.pass(1000)
    expect([rig.supervisor.ready, before, restarts()]).toEqual([true, 5, 6])
  })
})

describe('a silent worker', () => {
  it('is killed, and started again', () => {
    const rig = started()
    rig.processOf('exchange')!.manner = 'stopped'
    rig.pass(6000)
    expect(rig.log).toEqual([
      '+6050 told exchange was silent for 5.0 s and is killed',
      '+6050 kill exchange',
      '+6050 told exchange ended (kill): started again in 0.25 s',
      '+6300 launch exchange',
      '+6500 told exchange is ready again',
    ])
  })

  it('has a minute for its first word', () => {
    const rig = new Rig()
    rig.manner = 'stopped'
    rig.begin()
    rig.pass(60_000)
    const before = rig.done('kill')
    rig.pass(100)
    expect([before, rig.done('kill').length]).toEqual([[], 4])
  })

  it('is not blamed for what this process did not hear while it stood still itself', () => {
    const rig = started()
    rig.stall(60_000)
    rig.pass(10_000)
    expect(rig.log).toEqual([])
  })

  it('is not saved by the last words of the process before it', () => {
    const rig = started()
    const old = rig.processOf('gateway')!.pid
    rig.end('gateway')
    rig.manner = 'stopped'
    rig.pass(250)
    rig.supervisor.heard('gateway', beatOf(old, rig.now), rig.now)
    rig.pass(60_050)
    expect(rig.done('kill')).toEqual(['kill gateway'])
  })
})

describe('the end', () => {
  it('comes to strategies, then the gateway, then the others, the exchange last', () => {
    const rig = started()
    rig.quit()
    expect([rig.log, rig.supervisor.ended]).toEqual([
      ['+1000 ask strategy.rule', '+1000 ask gateway', '+1000 ask watchdog', '+1000 ask exchange'],
      true,
    ])
  })

  it('is asked for again, then signalled, then forced', () => {
    const rig = started()
    rig.processOf('gateway')!.manner = 'stopped'
    rig.quit()
    rig.pass(12_000)
    const told = rig.done('ask', 'end', 'kill').filter((line) => line.endsWith('gateway'))
    expect([
      new Set(told),
      rig.log.findLast((line) => line.endsWith('end gateway')),
      rig.log.findLast((line) => line.endsWith('kill gateway')),
      rig.supervisor.ended,
    ]).toEqual([
      new Set(['ask gateway', 'end gateway', 'kill gateway']),
      '+9000 end gateway',
      '+11000 kill gateway',
      true,
    ])
  })

  it('comes soon where a person asks for it again', () => {
    const rig = started()
    for (const name of ['strategy.rule', 'gateway']) rig.processOf(name)!.manner = 'stopped'
    rig.quit()
    rig.pass(3000)
    rig.quit()
    rig.pass(5000)
    expect([rig.done('end', 'kill'), rig.living.size, rig.log.at(-1)]).toEqual([
      ['end strategy.rule', 'kill strategy.rule', 'end gateway', 'kill gateway'],
      0,
      '+8000 ask exchange',
    ])
  })

  it('starts nothing any more, whoever ends and whatever was due', () => {
    const rig = started()
    rig.end('watchdog')
    rig.processOf('strategy.rule')!.manner = 'deaf'
    rig.quit()
    rig.end('exchange')
    rig.pass(30_000)
    expect([rig.done('launch'), rig.living.size, rig.supervisor.ended]).toEqual([[], 0, true])
  })
})
