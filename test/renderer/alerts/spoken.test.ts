import { expect, it } from 'vitest'
import type { ToldFact } from '../../../src/core/contracts/window-frame.ts'
import { Spoken } from '../../../src/renderer/alerts/spoken.ts'
import type { Desk, DeskListener } from '../../../src/renderer/desk/index.ts'
import { TEXTS, translator } from '../../../src/renderer/words/index.ts'

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
    `${TEXTS.zh['alert.refused']} ${TEXTS.zh['code.risk.stale']} (old)`,
  )
})
