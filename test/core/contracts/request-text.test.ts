import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { openRequest, requestText } from '../../../src/core/contracts/window.ts'

it('brings a request to main as it was, infinite numbers and all', () => {
  const body = { action: 'speed', value: Infinity, person: 'ann "1e999" \u0000' } as const
  const request = { request: 7, name: 'replay.control', body } as const
  expect(openRequest(JSON.parse(requestText(request)))).toEqual({ ok: true, value: request })
})

it('brings an order at the market to main without a limit', () => {
  const terms = { instrument: 0, side: 'buy', offset: 'auto', orderKind: 'market', volume: 1 }
  const request = { request: 8, name: 'order.submit', body: { ...terms, limit: NaN } } as never
  expect(openRequest(JSON.parse(requestText(request)))).toEqual({ ok: true, value: request })
})

it('leaves whatever else is nothing to those who check it', () => {
  for (const body of [null, 'limit', { limit: 'null' }, { volume: null }]) {
    const request = { request: 9, name: 'order.submit', body }
    expect(openRequest(request)).toEqual({ ok: true, value: request })
  }
  const amend = { request: 9, name: 'order.amend', body: { limit: null } }
  expect(openRequest(amend)).toEqual({ ok: true, value: amend })
})

it('writes whatever a person types so that it arrives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (person, reason) => {
      const request = { request: 1, name: 'account.halt', body: { person, reason } } as const
      expect(JSON.parse(requestText(request))).toEqual(request)
    }),
  )
})
