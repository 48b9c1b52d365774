import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { endpointOf, readSecret } from '../../../src/adapters/process/endpoint.ts'
import type { SpecHead } from '../../../src/core/contracts/worker-spec.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { specFixture } from './spec-fixture.ts'

const ring = {
  gateway: { public: 'gp', secret: 'gs' },
  exchange: { public: 'ep', secret: 'es' },
}

function keyed(mode = 0o600): SpecHead {
  const file = join(temporaryFolder(), 'keys')
  writeFileSync(file, JSON.stringify(ring))
  chmodSync(file, mode)
  return { ...specFixture('gateway'), keys: { file } }
}

it('leaves ipc doors as they are', () =>
  expect(endpointOf(specFixture('gateway'), 'exchange', 'ipc:///run/x')).toEqual({
    address: 'ipc:///run/x',
  }))

it('binds a tcp door with the own secret, for those of the ring alone', () =>
  expect(endpointOf(keyed(), 'gateway', 'tcp://127.0.0.1:1')).toEqual({
    address: 'tcp://127.0.0.1:1',
    keys: { kind: 'binder', secretKey: 'gs', allowed: ['gp', 'ep'] },
  }))

it('connects to a tcp door with the own pair and the public key of the other', () =>
  expect(endpointOf(keyed(), 'exchange', 'tcp://127.0.0.1:1')).toEqual({
    address: 'tcp://127.0.0.1:1',
    keys: { kind: 'connector', publicKey: 'gp', secretKey: 'gs', serverKey: 'ep' },
  }))

it.each<[string, () => unknown, string]>([
  ['no keys', () => endpointOf(specFixture('gateway'), 'exchange', 'tcp://h:1'), 'names none'],
  ['a stranger', () => endpointOf(keyed(), 'history', 'tcp://h:1'), 'are missing'],
  ['a file for all', () => endpointOf(keyed(0o644), 'exchange', 'tcp://h:1'), 'read by others'],
  ['an unset variable', () => readSecret({ variable: 'GHTRADER_NOBODY_SETS_THIS' }), 'is not set'],
])('refuses %s', (_, open, words) => expect(open).toThrow(words))
