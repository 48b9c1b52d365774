import { describe, expect, it } from 'vitest'
import type { Account } from '../../../src/core/contracts/index.ts'
import type { Arrangement } from './arrangement.ts'
import { arranged } from './arrangement.ts'
import { CASH } from './exchange-peer.ts'

const RESET = { kind: 'ResetPaper', person: 'ann' } as const

/** Bought a lot at the market and sold it again: fees were paid. */
async function traded(all: Arrangement): Promise<void> {
  for (const terms of [{}, { side: 'sell', offset: 'auto' }]) {
    const fills = all.hand.of('fill').length
    const { outcome } = await all.command(all.intent({ orderKind: 'market', limit: NaN, ...terms }))
    expect(outcome).toBe('accepted')
    await all.until(() => all.hand.of('fill').length > fills)
  }
  await all.until(() => all.hand.last('account').account.margin === 0)
}

async function accountOf(all: Arrangement): Promise<Account> {
  const { facts } = await all.hand.snapshot()
  const fact = facts.find(({ kind }) => kind === 'account')
  if (fact?.kind !== 'account') throw new Error('the snapshot holds no account')
  return fact.account
}

function venueCash(all: Arrangement): Promise<readonly number[]> {
  return accountOf(all).then(({ staticBalance, closeProfit, fees }) => [
    staticBalance,
    closeProfit,
    fees,
  ])
}

const ANEW = [CASH, 0, 0]

describe('paper money that begins anew', () => {
  it('is there again after the gateway was killed before it heard that it was done', async () => {
    const all = await arranged()
    await traded(all)
    const fees = (await accountOf(all)).fees
    all.exchange.onAsked = ({ kind }) => {
      if (kind === 'reset') all.gateway.station.abandon(137)
    }
    all.hand.command(RESET)
    await all.gateway.station.ended
    all.exchange.onAsked = () => undefined
    await all.revive()
    expect([fees > 0, await venueCash(all), all.hand.last('state').cause]).toEqual([
      true,
      ANEW,
      'reconciled',
    ])
    await all.pass(1_500)
    expect(await all.order()).toBe('accepted')
  })

  it('is kept by a gateway that is killed right after it said so', async () => {
    const all = await arranged()
    await traded(all)
    expect((await all.command(RESET)).outcome).toBe('accepted')
    const { before, person } = all.hand.last('reset')
    await all.revive()
    expect(await venueCash(all)).toEqual(ANEW)
    const { facts } = await all.hand.snapshot()
    expect(facts.filter(({ kind }) => kind === 'reset')).toMatchObject([
      { person: 'ann', before, cash: CASH },
    ])
    expect([person, before < CASH]).toEqual(['ann', true])
  })

  it('is what it was where the exchange died before it had heard of it, and a person is told', async () => {
    const all = await arranged()
    await traded(all)
    const before = await venueCash(all)
    all.exchange.serves = false
    const id = all.hand.command(RESET)
    await all.until(() => all.exchange.asked.some(({ kind }) => kind === 'reset'))
    await all.exchange.die()
    await all.trading('halted', 'venue')
    all.exchange.serves = true
    await all.exchange.begin()
    await all.trading('active')
    await all.pass(1_000)
    const { outcome, code } = await all.answer(id)
    expect([outcome, code, await venueCash(all)]).toEqual(['refused', 'venue.not-found', before])
  })

  it('is so where the exchange died before it could say that it was done', async () => {
    const all = await arranged()
    await traded(all)
    all.exchange.onAsked = ({ kind }) => {
      all.exchange.loses = kind === 'reset'
    }
    const id = all.hand.command(RESET)
    await all.until(() => all.exchange.loses)
    await all.exchange.die()
    await all.trading('halted', 'venue')
    all.exchange.loses = false
    await all.exchange.begin()
    await all.trading('active')
    const { outcome } = await all.answer(id)
    expect([outcome, await venueCash(all)]).toEqual(['accepted', ANEW])
  })
})
