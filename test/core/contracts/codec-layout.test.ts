import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Command, Fact } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { createQuote } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'

const AT = 1_597_988_230_135_538
const codec = createCodec([instrumentFixture()])

function fact(body: unknown): string {
  const head = { version: 1, source: 'gateway-1', mode: 'replay', profile: 'main' } as const
  const bytes = codec.encodeFact({
    ...head,
    epoch: 0x1_02_03,
    seq: 5,
    at: AT as Micros,
    body: body as Fact,
  })
  return Buffer.from(bytes).toString('hex')
}

function command(body: unknown): string {
  return Buffer.from(codec.encodeCommand(body as Command)).toString('hex')
}

/** Ids as long as the product makes them. */
const HEAD = {
  id: 'imbalance-1a2b3c4d-1k-2n9c',
  sender: 'imbalance-SHFE.ag2012',
  epoch: 70_000,
  validUntil: AT,
}
const ORDER = 'main-zik0zj-1k-2n9c'
const WANTED = { owner: 12, instrument: 300 }
const TARGET = {
  kind: 'TargetPosition',
  ...HEAD,
  ...WANTED,
  target: -20,
  style: 'join',
  decidedOn: AT,
}
const MEASURED = { ...TARGET, saidAt: 123_456_789_012, stages: [90, 300, NaN, 65_536] }
/** As long as any may be. */
const SLOWEST = { ...TARGET, saidAt: AT, stages: Array(4).fill(0xffff_ffff) as number[] }
const INTENT = {
  kind: 'OrderIntent',
  ...HEAD,
  ...WANTED,
  side: 'sell',
  offset: 'auto',
  orderKind: 'fok',
  limit: 123_456,
  volume: 500,
}

/**
 * Other programs read these bytes. When a test here fails, the layout changed: raise the version.
 */
describe('the layout on the wire', () => {
  it('is prefix, number, stamp and fields for a fact', () =>
    expect(fact({ kind: 'time', at: AT })).toBe(
      '0f0102039305cb4316b572833ffbc891cb4316b572833ffbc8',
    ))

  it('announces its origin in a hello', () =>
    expect(fact({ kind: 'hello', mode: 'live', profile: 'main', tradingDay: 20200821 })).toBe(
      '010102039405cb4316b572833ffbc894a9676174657761792d3101a46d61696ece000102' +
        '039303a46d61696ece01343d75',
    ))

  it('counts the prices of a quote from its last one and its stamps from the frame', () => {
    const prices = (...values: number[]) => values as never[]
    const quote = createQuote(
      0 as never,
      (AT - 1) as Micros,
      (AT + 2) as Micros,
      0,
      6150 as never,
      10,
      61_500,
      7,
      6138 as never,
      6188 as never,
      6052 as never,
      6500 as never,
      5800 as never,
      6100.5 as never,
      prices(6149, 6148, 6147, 6146, NaN),
      prices(1, 2, 3, 4, 0),
      prices(6151, 6152, 6153, 6154, 6155),
      prices(5, 6, 7, 8, 9),
    )
    expect(fact(quote)).toBe(
      '030102039305cb4316b572833ffbc8dc002200ff0300cd180691cb40b7d48000000000f4' +
        '26d09ecd015ed1fea20acdf03c07fffefdfcc0010203040001020304050506070809',
    )
  })

  it('is prefix, head and fields for a command', () => {
    expect(command(TARGET)).toBe(
      '4001117099ba696d62616c616e63652d31613262336334642d316b2d326e3963b5696d62' +
        '616c616e63652d534846452e616732303132ce00011170cb4316b572833ffbc80ccd012c' +
        'ec01cb4316b572833ffbc8',
    )
  })

  it('ends a target with its times, where somebody took them', () => {
    const target = command(TARGET).replace('4001117099', '400111709b')
    expect(command(MEASURED)).toBe(`${target}cb423cbe991a140000945acd012cc0ce00010000`)
  })

  it('keeps every command that makes or ends an order under 128 bytes', () => {
    const commands = [
      TARGET,
      MEASURED,
      SLOWEST,
      INTENT,
      { kind: 'Cancel', ...HEAD, order: ORDER },
      { kind: 'Amend', ...HEAD, order: ORDER, limit: 123_456 },
      { kind: 'CancelAll', ...HEAD },
    ]
    const sizes = commands.map((sent) => command(sent).length / 2)
    expect(sizes).toEqual([83, 103, 113, 83, 88, 93, 68])
  })
})
