import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { modelSpec } from './strategy-fixture.ts'

const ENTRY = resolve(import.meta.dirname, '../../../workers/strategy/index.ts')

it('ends with code 2 and plain words where its model is not there', async () => {
  const folder = temporaryFolder()
  const doors = {
    publish: `ipc://${join(folder, 's.facts')}`,
    collect: `ipc://${join(folder, 's.c')}`,
  }
  const spec = modelSpec({ folder, runtime: folder, resources: folder, doors })
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, JSON.stringify(spec)])
  const said = text(child.stderr)
  expect(await once(child, 'exit')).toEqual([2, null])
  expect(await said).toContain('sim-direction.json')
  expect(await said).toContain('[model.missing]')
})
