import { describe, expect, it } from 'vitest'
import { asSaid } from '../../../../src/core/contracts/index.ts'
import { CASH, Rig, tradingRig } from '../fixture/rig.ts'

describe('the line to the venue', () => {
  it('logs in, asks for the ledger and trades once the books agree', () => {
    const rig = new Rig()
    rig.run(rig.gateway.start(rig.now))
    const started = rig.take()
    rig.loggedIn()
    const loggedIn = rig.take()
    rig.ledger()
    expect([started, loggedIn, rig.take()]).toEqual([
      ['state halted (start)', 'login'],
      ['ledger'],
      ['state active (reconciled)'],
    ])
  })

  it('asks again for a login, and for a ledger, that is not answered', () => {
    const rig = new Rig()
    rig.run(rig.gateway.start(rig.now))
    rig.take()
    rig.pass(1_100)
    const login = rig.take()
    rig.loggedIn()
    rig.take()
    rig.pass(600)
    expect([login, rig.take()]).toEqual([['login'], ['ledger']])
  })

  it('passes over the welcome of another life', () => {
    const rig = new Rig({ epoch: 2 })
    rig.run(rig.gateway.start(rig.now))
    rig.take()
    rig.report({ kind: 'logged-in', at: rig.now, epoch: 1 as never, seq: 0 })
    expect(rig.take()).toEqual([])
  })

  it('asks for reports that are missing, and books those that came early only then', () => {
    const rig = tradingRig()
    rig.intent()
    rig.take()
    const accepted = { kind: 'accepted', seq: 1, at: rig.now, order: rig.id(1) } as const
    rig.seq = 1
    const filled = rig.fill(1, 2, 4_990)
    const early = [rig.take(), rig.order(1).status]
    rig.report(accepted)
    rig.report(filled)
    expect([early, rig.take()]).toEqual([
      [['resend after 0'], 'pending'],
      ['order o1 working 0/2', 'fill o1 2 at 4990', 'order o1 filled 2/2'],
    ])
  })

  it('sends no new order while reports are missing', () => {
    const rig = tradingRig()
    rig.report({ kind: 'beat', at: rig.now, seq: 1 })
    rig.take()
    rig.intent()
    expect(rig.take()).toEqual(['ack c1 refused risk.state'])
  })

  it('asks for missing reports again after half a second, not before', () => {
    const rig = tradingRig()
    rig.seq = 3
    rig.pass(560)
    expect(rig.take()).toEqual(['resend after 0', 'resend after 0'])
  })

  it('books a doubled report once', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    const once = rig.fill(1, 1, 4_990)
    const { money } = rig.gateway.state
    const before = [rig.order(1), { ...money }, { ...rig.gateway.state.exposures[0] }]
    rig.take()
    rig.report(once)
    rig.report(once)
    const after = [rig.order(1), { ...money }, { ...rig.gateway.state.exposures[0] }]
    expect([after, rig.take()]).toEqual([before, []])
  })

  it('books nothing before it is logged in', () => {
    const rig = tradingRig()
    rig.intent()
    rig.connection(false)
    rig.take()
    rig.accept(1)
    expect([rig.take(), rig.order(1).status, rig.gateway.state.venueSeq]).toEqual([
      [],
      'pending',
      0,
    ])
  })
})

describe('a broken line', () => {
  it('lets no new order out until login and comparison are through, and asks after every order', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.take()
    const refused = ['ack refused risk.state']
    const tryOne = () => {
      rig.take()
      rig.intent({ limit: 4_980 })
      return rig.take().map((line) => line.replace(/c\d+ /, ''))
    }
    rig.connection(false)
    const broken = tryOne()
    rig.connection(true)
    const logins = rig.take()
    const back = tryOne()
    rig.loggedIn()
    const asked = rig.take()
    const loggedIn = tryOne()
    rig.ledger({ working: [rig.id(1)] })
    const agreed = tryOne().at(-1)
    expect([broken, logins, back, asked, loggedIn, agreed]).toEqual([
      refused,
      ['login'],
      refused,
      ['query o1', 'ledger'],
      refused,
      'ack accepted',
    ])
  })

  it('stays broken for a ledger that was under way when it broke', () => {
    const rig = tradingRig()
    rig.connection(false)
    rig.ledger()
    rig.take()
    rig.intent()
    expect(rig.take()).toEqual(['ack c1 refused risk.state'])
  })

  it('lets cancels out all the same', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.connection(false)
    rig.take()
    rig.command('Halt')
    expect(rig.take()).toEqual([
      'state halted (person)',
      'order o1 working 0/2 cancelling',
      'cancel o1',
      'ack c2 accepted',
    ])
  })

  it('keeps targets, and works them off once it is mended', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.tell('cancelled', { order: rig.id(1), left: 2 as never, code: 'venue.unfilled' })
    rig.connection(false)
    const broken = rig.gateway.state.trading
    rig.connection(true)
    rig.loggedIn()
    rig.ledger()
    const mended = rig.gateway.state.trading
    rig.take()
    rig.quote()
    expect([broken, mended]).toMatchObject([
      { state: 'halted', cause: 'venue' },
      { state: 'active', cause: 'reconciled' },
    ])
    expect(rig.take()).toEqual(['order o2 pending 0/2', 'send o2 buy open 2 at 5001 fak'])
  })

  it('does not end a halt that a person made', () => {
    const rig = tradingRig()
    rig.command('Halt')
    rig.connection(false)
    rig.connection(true)
    rig.loggedIn()
    rig.ledger({ staticBalance: CASH })
    expect(rig.gateway.state.trading).toMatchObject({
      state: 'halted',
      cause: 'person',
      person: 'tester',
      reason: asSaid('a test'),
    })
  })
})
