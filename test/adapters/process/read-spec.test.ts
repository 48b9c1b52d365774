import { describe, expect, it } from 'vitest'
import { readWorkerSpec } from '../../../src/adapters/process/index.ts'
import { DEFAULT_LIMITS } from '../../../src/core/contracts/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { WORKERS } from '../../../src/core/contracts/worker-spec.ts'
import type { WorkerSpec } from '../../../src/core/contracts/worker-spec.ts'
import { specFixture } from './spec-fixture.ts'

const gateway = specFixture('gateway')

describe('the one argument of a worker', () => {
  it.each(WORKERS)('is read back as it was told: %s', (worker) => {
    const spec = specFixture(worker)
    expect(readWorkerSpec(worker, [JSON.stringify(spec)])).toEqual({ ok: true, value: spec })
  })

  it.each<[string, readonly string[], string]>([
    ['none', [], '0 arguments were given, where one JSON object is needed'],
    ['two', ['{}', '{}'], '2 arguments were given, where one JSON object is needed'],
    ['half an object', ['{'], 'the argument was no JSON object'],
    ['a list', ['[]'], 'the argument was no JSON object'],
    ['null', ['null'], 'the argument was no JSON object'],
    ['an unknown field', [json({ colour: 1 })], 'an object without "colour"'],
    ['another worker', [json({ worker: 'history' })], '"worker" is one of gateway'],
    ['a name that is a path', [json({ name: '../x' })], '"name" is a name such as gateway'],
    ['an unknown mode', [json({ mode: 'real' })], '"mode" is one of simulated, replay'],
    ['a profile that is a path', [json({ profile: '../x' })], '"profile" is a short name'],
    ['a missing door', [json({ doors: { publish: 'ipc:///a' } })], '"collect" is a text'],
    ['a secret itself', [json({ keys: 'abc' })], '"keys" is an object'],
    ['no silence', [json({ silenceMs: 0 })], '"silenceMs" is a number from 50'],
    ['a limit that is none', [limits({ maxOrderLots: null })], '"maxOrderLots" is a number'],
    ['a limit too much', [limits({ generous: 1 })], 'an object without "generous"'],
  ])('refuses %s, and says where', (_, parameters, what) => {
    const read = readWorkerSpec('gateway', parameters)
    expect(read).toMatchObject({ ok: false, error: { code: 'worker.spec' } })
    expect(read.ok ? '' : read.error.message).toContain(what)
    expect(read.ok ? '' : read.error.message).toContain('docs/processes.md shows a whole one')
  })

  it('takes a market that follows a gateway, and a gateway with a feed', () => {
    const market = { kind: 'follow', gateway: 'gateway', fillRule: 'optimistic' } as const
    const exchange = { ...specFixture('exchange'), market: { ...market, maxQuoteAgeMs: 3_000 } }
    const paper = { ...gateway, mode: 'paper', feed: 'feed' } as const
    expect(readWorkerSpec('exchange', [JSON.stringify(exchange)])).toEqual(ok(exchange))
    expect(readWorkerSpec('gateway', [JSON.stringify(paper)])).toEqual(ok(paper))
    const ageless = { ...specFixture('exchange'), market }
    expect(readWorkerSpec('exchange', [JSON.stringify(ageless)])).toMatchObject({ ok: false })
  })

  it('refuses a market that is neither simulated, recorded nor followed', () => {
    const spec = { ...specFixture('exchange'), market: { kind: 'real' } }
    const read = readWorkerSpec('exchange', [JSON.stringify(spec)])
    expect(read.ok ? '' : read.error.message).toContain('"market" is')
  })
})

function json(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...gateway, ...changes } satisfies Record<keyof WorkerSpec, unknown>)
}

function limits(changes: Readonly<Record<string, unknown>>): string {
  return json({ limits: { ...DEFAULT_LIMITS, ...changes } })
}
