import { expect, it } from 'vitest'
import type { ToldFact } from '../../../src/core/contracts/window-frame.ts'
import { Spoken } from '../../../src/renderer/alerts/spoken.ts'
import type { Desk, DeskListener } from '../../../src/renderer/desk/index.ts'
import { TEXTS, translator } from '../../../src/renderer/words/index.ts'

it('what the venue turned down is read out as well, and no other word of an order', () => {
  let listener: DeskListener = {}
  const desk = { listen: (given: DeskListener) => void (listener = given) } as unknown as Desk
  const spoken = new Spoken(desk, () => translator('en'))
  const tell = (status: string, reason: string): void =>
    listener.onFact?.('gateway', { kind: 'order', order: { status, reason } } as never)
  tell('working', '')
  expect(spoken.next(2_000)).toBeUndefined()
  tell('rejected', 'venue.funds: 100 CNY are missing')
  const { en } = TEXTS
  const words = `${en['alert.refused']} ${en['code.venue.funds']} (100 CNY are missing)`
  expect(spoken.next(4_000)).toBe(words)
})

it('a refusal is read out in the language of the window, its own words behind', () => {
  let listener: DeskListener = {}
  const desk = { listen: (given: DeskListener) => void (listener = given) } as unknown as Desk
  const spoken = new Spoken(desk, () => translator('zh'))
  const ack = {
    kind: 'ack',
    sender: 'hand',
    outcome: 'refused',
    code: 'risk.stale',
    message: 'old',
  }
  listener.onFact?.('gateway', ack as unknown as ToldFact)
  expect(spoken.next(2_000)).toBe(
    `${TEXTS.zh['alert.refused']} ${TEXTS.zh['code.risk.stale']}（原文：old）`,
  )
})
