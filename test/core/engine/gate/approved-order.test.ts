import { describe, expect, it } from 'vitest'
import type { ApprovedOrder } from '../../../../src/core/engine/gate/index.ts'
import { spend } from '../../../../src/core/engine/gate/index.ts'
import { gateCase, review } from '../fixture/gate.ts'

function approved(): ApprovedOrder {
  const reviewed = review(gateCase())
  if (!reviewed.ok) throw new Error(reviewed.error.message)
  return reviewed.value
}

describe('an approved order', () => {
  it('carries the terms that were reviewed, and nothing else', () => {
    const { flattening: _gone, ...terms } = gateCase().ticket
    expect(spend(approved())).toEqual(terms)
  })

  it('is spent once', () => {
    const order = approved()
    spend(order)
    expect(() => spend(order)).toThrow(
      'order id-1 was not approved by the gate, or was sent before',
    )
  })

  it.each([
    ['a forged one', () => ({ ...gateCase().ticket })],
    ['a copy', () => ({ ...approved() })],
    ['a clone', () => structuredClone(approved())],
    ['one that went over a wire', () => JSON.parse(JSON.stringify(approved())) as unknown],
    ['an heir', () => Object.create(approved()) as unknown],
    ['a stand-in', () => new Proxy(approved(), {})],
  ])('cannot be spent as %s', (_name, make) => {
    expect(() => spend(make() as never)).toThrow('was not approved by the gate')
  })

  it('cannot be changed after the review', () => {
    const order = approved()
    expect(() => Object.assign(order, { volume: 500 })).toThrow(TypeError)
    expect(order.volume).toBe(2)
  })

  it('does not follow the ticket that it came of', () => {
    const given = gateCase()
    const reviewed = review(given)
    given.ticket.volume = 500 as never
    expect(reviewed.ok && reviewed.value.volume).toBe(2)
  })
})
