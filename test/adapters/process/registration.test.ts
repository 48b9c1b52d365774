import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { register, registrations, specDigest } from '../../../src/adapters/process/registration.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { specFixture } from './spec-fixture.ts'

it('finds a worker that registered, until it strikes itself out', () => {
  const runtime = temporaryFolder()
  const spec = { ...specFixture('gateway'), runtime }
  const unregister = register(spec)
  expect(registrations(runtime)).toMatchObject([
    { pid: process.pid, name: 'gateway', version: '0.1.0', digest: specDigest(spec) },
  ])
  unregister()
  expect(registrations(runtime)).toEqual([])
})

it('passes over the dead, what no worker wrote, and other files', async () => {
  const runtime = temporaryFolder()
  const dead = spawn(process.execPath, ['-e', ''])
  await once(dead, 'exit')
  const entry = { pid: dead.pid, born: '', name: 'history', version: '1', digest: 'x' }
  writeFileSync(join(runtime, 'history.worker.json'), JSON.stringify(entry))
  writeFileSync(join(runtime, 'gateway.worker.json'), '{')
  writeFileSync(join(runtime, 'exchange.worker.json'), '{"pid":1}')
  writeFileSync(join(runtime, 'gateway.facts'), '')
  expect(registrations(runtime)).toEqual([])
})

it('leaves the registration of a successor alone', () => {
  const runtime = temporaryFolder()
  const first = register({ ...specFixture('gateway'), runtime })
  register({ ...specFixture('gateway'), runtime, silenceMs: 2000 })
  first()
  expect(registrations(runtime)).toHaveLength(1)
})

it('tells two specs apart', () => {
  const spec = specFixture('gateway')
  expect(specDigest(spec)).toBe(specDigest({ ...spec }))
  expect(specDigest({ ...spec, silenceMs: 2000 })).not.toBe(specDigest(spec))
})
