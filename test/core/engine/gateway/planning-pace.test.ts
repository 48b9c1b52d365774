import { describe, expect, it } from 'vitest'
import { tradingRig } from '../fixture/rig.ts'

describe('a target that the market does not fill', () => {
  it('is not sent again into the same book, but into the next one', () => {
    const rig = tradingRig()
    rig.target(3)
    rig.accept(1)
    rig.take()
    const told = { order: rig.id(1), left: 3 as never, code: 'venue.unfilled' } as const
    rig.tell('cancelled', told)
    const atOnce = rig.take()
    rig.pass(600)
    const later = rig.take()
    rig.quote()
    expect([atOnce, later, rig.take()]).toEqual([
      ['order o1 cancelled 0/3'],
      [],
      ['order o2 pending 0/3', 'send o2 buy open 3 at 5001 fak'],
    ])
  })
})

describe('a target whose order the venue refuses', () => {
  it('waits a second before it is tried again', () => {
    const rig = tradingRig()
    rig.target(3)
    rig.take()
    rig.tell('rejected', { order: rig.id(1), code: 'venue.funds', message: 'too poor' })
    rig.pass(990)
    rig.quote()
    const before = rig.take()
    rig.pass(10)
    rig.quote()
    expect([before, rig.take()]).toEqual([
      ['order o1 rejected 0/3'],
      ['order o2 pending 0/3', 'send o2 buy open 3 at 5001 fak'],
    ])
  })
})
