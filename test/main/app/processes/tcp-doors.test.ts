import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { KeyRing } from '../../../../src/adapters/process/endpoint.ts'
import { tcpDoors } from '../../../../src/main/app/processes/tcp-doors.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

function ringIn(folder: string): KeyRing {
  return JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as KeyRing
}

it('gives every worker ports and keys of its own, in a file of this user alone', async () => {
  const folder = temporaryFolder()
  const { doors, keys } = await tcpDoors(folder, ['gateway', 'history'], false)
  const addresses = [...doors.values()].flatMap((each) => Object.values(each) as string[])
  const ring = ringIn(folder)
  const secrets = Object.values(ring).map(({ secret }) => secret)
  expect({
    addresses: addresses.every((each) => /^tcp:\/\/127\.0\.0\.1:\d+$/.test(each)),
    different: new Set(addresses).size,
    keys,
    mode: statSync(join(folder, 'keys.json')).mode & 0o777,
    names: Object.keys(ring),
    secrets: new Set(secrets.filter((secret) => secret.length === 40)).size,
  }).toEqual({
    addresses: true,
    different: 5,
    keys: { file: join(folder, 'keys.json') },
    mode: 0o600,
    names: ['gateway', 'history', 'main'],
    secrets: 3,
  })
})

it('keeps both while workers live, and adds those of a new one', async () => {
  const folder = temporaryFolder()
  const first = await tcpDoors(folder, ['gateway'], false)
  const ring = ringIn(folder)
  const second = await tcpDoors(folder, ['gateway', 'exchange'], true)
  expect([second.doors.get('gateway'), ringIn(folder)['gateway'], second.doors.size]).toEqual([
    first.doors.get('gateway'),
    ring['gateway'],
    2,
  ])
})

it('makes new ones where nobody lives', async () => {
  const folder = temporaryFolder()
  await tcpDoors(folder, ['gateway'], false)
  const before = ringIn(folder)
  await tcpDoors(folder, ['gateway'], false)
  expect(ringIn(folder)['gateway']).not.toEqual(before['gateway'])
})
