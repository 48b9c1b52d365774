import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureRead, requestText } from '../../../src/core/contracts/request-text.ts'
import type { WindowCommandName, WindowRequest } from '../../../src/core/contracts/window.ts'
import { MAIN_COMMANDS, WORKER_COMMANDS, openRequest } from '../../../src/core/contracts/window.ts'

const NAMES = [...(Object.keys(WORKER_COMMANDS) as WindowCommandName[]), ...MAIN_COMMANDS]

function arrived(request: WindowRequest): unknown {
  return openRequest(JSON.parse(requestText(request), figureRead))
}

/** Whatever a body may hold: all figures, texts of any characters, lists, and what is named. */
const body = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.double(),
    fc.integer(),
    fc.constantFrom(NaN, Infinity, -Infinity, -0),
    fc.boolean(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1e999', 'null', '"null', ',1e999', '\u0000'),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
  ),
})).value

describe('a request as text', () => {
  it('comes to main as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...NAMES), body, (number, name, wanted) => {
        const request = { request: number, name, body: wanted } as WindowRequest
        expect(arrived(request)).toEqual({ ok: true, value: request })
      }),
    )
  })

  it('is JSON that others can write by hand', () => {
    const order = { side: 'buy', limit: NaN, volume: 1 }
    const replay = { action: 'speed', value: Infinity, at: undefined }
    const text = (name: string, wanted: unknown) =>
      requestText({ request: 7, name, body: wanted } as WindowRequest)
    expect([text('order.submit', order), text('replay.control', replay)]).toEqual([
      '{"request":7,"name":"order.submit","body":{"side":"buy","limit":null,"volume":1}}',
      '{"request":7,"name":"replay.control","body":{"action":"speed","value":1e999}}',
    ])
  })
})
