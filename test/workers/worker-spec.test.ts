import { expect, it } from 'vitest'
import { refuseToStart } from '../../workers/not-in-this-version.ts'
import { readWorkerSpec } from '../../src/core/contracts/worker-spec.ts'

const spec = { worker: 'gateway', mode: 'simulated', profile: 'default' } as const
const example =
  'give one JSON argument such as {"worker":"gateway","mode":"simulated","profile":"default"}'

it('reads one JSON argument', () => {
  expect(readWorkerSpec('gateway', [JSON.stringify(spec)])).toEqual({ ok: true, value: spec })
})

it.each<[readonly string[], string]>([
  [[], '0 arguments were given, where one is needed'],
  [['{}', '{}'], '2 arguments were given, where one is needed'],
  [['{'], 'the argument was no JSON object'],
  [['[]'], 'the argument was no JSON object'],
  [['null'], 'the argument was no JSON object'],
  [[JSON.stringify({ ...spec, colour: 1 })], 'the field "colour" is unknown'],
  [[JSON.stringify({ ...spec, worker: 'history' })], '"worker" was "history", not "gateway"'],
  [
    [JSON.stringify({ worker: 'gateway' })],
    '"mode" was none of simulated, replay, paper, live, monitor',
  ],
  [
    [JSON.stringify({ ...spec, profile: '../x' })],
    '"profile" was not a short name of a–z, 0–9 and _',
  ],
])('refuses %j and says how to mend it', (parameters, what) => {
  expect(readWorkerSpec('gateway', parameters)).toEqual({
    ok: false,
    error: { code: 'config.value', message: `gateway: ${what}; ${example}` },
  })
})

it('does not pretend to be a worker that works, even when told everything', () => {
  const said: string[] = []
  const code = refuseToStart('gateway', [JSON.stringify(spec)], (line) => said.push(line))
  expect({ code, said }).toEqual({
    code: 2,
    said: ['gateway: this worker is not part of this version yet; npm start trades in one process'],
  })
})
