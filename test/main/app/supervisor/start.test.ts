import { describe, expect, it } from 'vitest'
import { Rig, foundProcess, wards } from './rig.ts'

describe('a start', () => {
  it('begins all workers at once, and is ready when all say so', () => {
    const rig = new Rig()
    rig.begin()
    const before = rig.supervisor.ready
    rig.pass(250)
    expect([rig.log, before, rig.supervisor.ready]).toEqual([
      ['+0 launch exchange', '+0 launch gateway', '+0 launch strategy.rule', '+0 launch watchdog'],
      false,
      true,
    ])
  })

  it('leaves the processor to those that bring prices, and then to the pages that draw them', () => {
    const rig = new Rig(wards({ 'strategy.rule': 500_000, watchdog: 200_000 }))
    rig.begin()
    rig.pass(250)
    const ready = rig.supervisor.statuses().flatMap(({ name, ready }) => (ready ? [name] : []))
    rig.pass(600)
    expect([ready, rig.log]).toEqual([
      ['exchange', 'gateway'],
      [
        '+0 launch exchange',
        '+0 launch gateway',
        '+450 launch watchdog',
        '+750 launch strategy.rule',
      ],
    ])
  })

  it('starts the others all the same where one stays silent, and later at once', () => {
    const rig = new Rig(wards({ 'strategy.rule': 500_000 }))
    rig.manner = 'stopped'
    rig.begin()
    rig.manner = 'obeys'
    rig.pass(2_000)
    const first = rig.log.slice(3)
    rig.end('strategy.rule')
    rig.pass(1_000)
    expect([first, rig.done('launch').slice(4)]).toEqual([
      ['+2000 launch strategy.rule'],
      ['launch strategy.rule'],
    ])
  })

  it('adopts workers that live and were told the same, with their numbers', () => {
    const rig = new Rig()
    rig.begin([foundProcess('gateway', 7, true), foundProcess('exchange', 8, true)])
    rig.pass(10_000)
    expect([rig.done('adopt', 'launch', 'kill'), rig.processOf('gateway')?.pid]).toEqual([
      ['adopt gateway', 'adopt exchange', 'launch strategy.rule', 'launch watchdog'],
      7,
    ])
  })

  it('has others leave in good order before anything new is started', () => {
    const rig = new Rig()
    const names = ['exchange', 'gateway', 'strategy.rule'] as const
    rig.begin(names.map((name, index) => foundProcess(name, index + 1, false)))
    rig.pass(1000)
    expect(rig.done('ask', 'launch')).toEqual([
      'ask strategy.rule#3',
      'ask gateway#2',
      'ask exchange#1',
      'launch exchange',
      'launch gateway',
      'launch strategy.rule',
      'launch watchdog',
    ])
  })

  it('kills what does not leave, and starts its own once it is gone', () => {
    const rig = new Rig()
    rig.begin([foundProcess('gateway', 5, false)], 'stopped')
    rig.pass(11_000)
    expect(rig.log.filter((line) => /end|kill|launch gateway/.test(line))).toEqual([
      '+8000 end gateway#5',
      '+10000 kill gateway#5',
      '+10000 launch gateway',
    ])
  })

  it('ends the second of two of one name', () => {
    const rig = new Rig()
    rig.begin([foundProcess('gateway', 5, true), foundProcess('gateway', 6, true)])
    expect(rig.done('adopt', 'ask')).toEqual(['adopt gateway', 'ask gateway#6'])
  })

  it('adopts a worker that wrote itself down only now, where its own one was refused', () => {
    const rig = new Rig()
    rig.begin()
    rig.pass(1000)
    rig.log.length = 0
    const pid = rig.processOf('gateway')!.pid
    rig.living.delete(pid)
    const late = foundProcess('gateway', 9, true)
    const exit = { code: 2, signal: null }
    rig.apply(rig.supervisor.exited('gateway', pid, exit, rig.now, [late]))
    expect(rig.done('adopt', 'launch')).toEqual(['adopt gateway'])
  })
})
