import { describe, expect, it } from 'vitest'
import type { Mode } from '../../../../src/core/contracts/index.ts'
import { sayingText } from '../../../../src/core/contracts/index.ts'
import type { Fen } from '../../../../src/core/domain/index.ts'
import { CASH, Rig, tradingRig } from '../fixture/rig.ts'

const LOSING = { maxDailyLoss: 150_000 as Fen }

/** Bought two lots and sold them again: a loss was taken, fees were paid, nothing is held. */
function flat(rig = tradingRig()): Rig {
  rig.target(2)
  rig.accept(1)
  rig.fill(1, 2, 5_001, 4_000)
  rig.target(0)
  rig.accept(2)
  rig.fill(2, 2, 4_900, 4_000)
  rig.take()
  return rig
}

function money({ gateway }: Rig) {
  const { staticBalance, closeProfit, fees } = gateway.state.money
  return [staticBalance, closeProfit, fees]
}

/** The venue does what the first command of this life after `flat` asked for. */
function done(rig: Rig, command: string): void {
  rig.tell('reset', { command: command as never, person: 'tester', cash: CASH })
}

const refusals = (rig: Rig) =>
  rig.facts.flatMap((fact) => (fact.kind === 'ack' && fact.code !== '' ? fact.message : []))

describe('the reset of a paper account', () => {
  it('is asked of the venue, booked with its report, and acknowledged then', () => {
    const rig = flat()
    const before = money(rig)
    rig.command('ResetPaper')
    const [asked, between] = [rig.take(), money(rig)]
    done(rig, 'c3')
    expect([before, asked, between]).toEqual([[CASH, -303_000, 8_000], ['reset'], before])
    expect([money(rig), rig.take()]).toEqual([
      [CASH, 0, 0],
      ['reset', 'ack c3 accepted'],
    ])
    expect(rig.facts.findLast(({ kind }) => kind === 'account')).toMatchObject({
      account: { staticBalance: CASH, closeProfit: 0, fees: 0, balance: CASH, available: CASH },
    })
    expect(rig.facts.findLast(({ kind }) => kind === 'reset')).toEqual({
      kind: 'reset',
      at: rig.now,
      person: 'tester',
      before: CASH - 311_000,
      cash: CASH,
    })
  })

  it('is kept with who wanted it, and is so in the next life', () => {
    const rig = flat()
    rig.command('ResetPaper')
    done(rig, 'c3')
    const [record] = rig.records.slice(-1)
    const heir = new Rig({ epoch: 2, records: rig.records })
    expect(heir.gateway.state.reset).toEqual(rig.facts.findLast(({ kind }) => kind === 'reset'))
    expect([record, money(heir), heir.gateway.state.venueSeq]).toEqual([
      {
        kind: 'reset',
        at: rig.now,
        command: 'c3',
        person: 'tester',
        cash: CASH,
        venueSeq: rig.seq,
      },
      [CASH, 0, 0],
      rig.seq,
    ])
  })

  it('is booked by the life after the one that asked, which acknowledges nothing', () => {
    const rig = flat()
    rig.command('ResetPaper')
    const heir = new Rig({ epoch: 2, records: rig.records, now: rig.now })
    heir.run(heir.gateway.start(heir.now))
    heir.seq = rig.seq + 1
    heir.loggedIn()
    heir.seq = rig.seq
    heir.take()
    done(heir, 'c3')
    heir.ledger()
    expect([money(heir), heir.take()]).toEqual([
      [CASH, 0, 0],
      ['reset', 'state active (reconciled)'],
    ])
  })

  it.each<Mode>(['live', 'monitor', 'replay'])('is refused where money is %s', (mode) => {
    const rig = tradingRig({ mode })
    rig.command('ResetPaper')
    expect([rig.take(), refusals(rig)]).toEqual([
      ['ack c1 refused command.state'],
      [`only paper money begins anew: the account is ${mode}`],
    ])
  })

  it('is done in paper as in the built-in market', () => {
    const rig = tradingRig({ mode: 'paper' })
    rig.command('ResetPaper')
    expect(rig.take()).toEqual(['reset'])
  })

  it('is refused while orders work or lots are held, without a name, and while one is under way', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.command('ResetPaper')
    rig.accept(1)
    rig.fill(1, 2)
    rig.command('ResetPaper')
    rig.target(0)
    rig.accept(2)
    rig.fill(2, 2)
    rig.command('ResetPaper', { person: '' })
    rig.command('ResetPaper')
    rig.command('ResetPaper')
    expect(refusals(rig)).toEqual([
      'orders that work: 1, lots that are held: 0; flatten first',
      'orders that work: 0, lots that are held: 2; flatten first',
      'a named person resets an account',
      'a reset is under way: wait for its answer',
    ])
  })

  it('is refused while the books do not agree with the venue', () => {
    const rig = flat()
    rig.connection(false)
    rig.command('ResetPaper')
    expect(refusals(rig)).toEqual([
      'the books do not agree with the venue: the line to the venue is broken',
    ])
  })

  it('is refused in the venue’s own words', () => {
    const rig = flat()
    rig.command('ResetPaper')
    rig.take()
    const refused = { kind: 'reset-refused', at: rig.now, code: 'venue.fenced' } as const
    rig.report({ ...refused, command: 'another' as never, message: 'of another' })
    rig.report({ ...refused, command: 'c3' as never, message: 'epoch 2 has taken over' })
    expect([rig.take(), refusals(rig)]).toEqual([
      ['ack c3 refused venue.fenced'],
      ['epoch 2 has taken over'],
    ])
  })

  it('is refused once the venue’s books show that it never had it', () => {
    const rig = flat()
    rig.command('ResetPaper')
    rig.take()
    rig.pass(400)
    rig.ledger()
    const early = rig.take()
    rig.pass(200)
    const asked = rig.take()
    rig.ledger()
    expect([early, asked, rig.take(), refusals(rig)]).toEqual([
      [],
      ['ledger'],
      ['ack c3 refused venue.not-found'],
      ['the venue never had it: the account is as it was, ask again'],
    ])
  })

  it('is not carried out twice', () => {
    const rig = flat()
    const id = 'mine'
    rig.command('ResetPaper', { id })
    done(rig, id)
    rig.command('ResetPaper', { id })
    expect(rig.take().at(-1)).toBe('ack mine refused command.duplicate')
  })

  it('does not hold where it cannot be kept', () => {
    const rig = flat()
    rig.command('ResetPaper')
    rig.take()
    rig.diskFull = true
    done(rig, 'c3')
    expect(rig.take()).toContain('ack c3 refused journal.write')
  })

  it('halts where lots are held here, for a person to look', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.fill(1, 2)
    rig.take()
    done(rig, 'c9')
    expect([rig.take(), sayingText(rig.gateway.state.trading.reason)]).toEqual([
      ['state halted (mismatch)'],
      'the venue began the account anew, and lots are held here',
    ])
  })
})

describe('a halt of the loss latch', () => {
  it('stays over a reset until a person lifts it, and does not come back then', () => {
    const rig = flat(tradingRig({ limits: LOSING }))
    const stood = () => [rig.gateway.state.trading.state, rig.gateway.state.trading.cause]
    const before = stood()
    rig.command('ResetPaper')
    done(rig, 'c3')
    const after = stood()
    rig.command('Unlock')
    rig.quote()
    expect([before, after, stood()]).toEqual([
      ['halted', 'loss'],
      ['halted', 'loss'],
      ['active', 'person'],
    ])
  })
})
