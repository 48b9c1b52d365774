import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import type { Bus } from '../../../src/core/ports/index.ts'
import { startProcess } from '../../contract/bus/peer.ts'
import { opened } from '../../contract/bus/role.ts'
import { refused } from '../../core/contracts/told.ts'

const root = mkdtempSync(join(tmpdir(), 'bus-ipc-'))
const disk = join(root, 'disk')
mkdirSync(disk)

function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,mode=700', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const real = mounted()
const skipped = real ? '' : ' (skipped: this user may not mount a read-only disk)'
afterAll(() => {
  if (real) execFileSync('umount', [disk])
  rmSync(root, { recursive: true, force: true })
})

let folders = 0
function newFolder(mode = 0o700): string {
  const folder = join(root, String(folders++))
  mkdirSync(folder)
  chmodSync(folder, mode)
  return folder
}

function newBus(): Bus {
  const bus = createZeromqBus()
  onTestFinished(() => bus.close())
  return bus
}

/** What each way to open a path says. */
async function tried(path: string): Promise<readonly unknown[]> {
  const [bus, endpoint] = [newBus(), { address: `ipc://${path}` }]
  const options = { topics: [], onFrame: () => undefined }
  return [
    await bus.publish(endpoint),
    await bus.collect(endpoint),
    await bus.answer(endpoint),
    bus.subscribe(endpoint, options),
    bus.push(endpoint),
    bus.ask(endpoint),
  ]
}

const sixTimes = (refusal: unknown): readonly unknown[] => Array.from({ length: 6 }, () => refusal)

describe('an ipc endpoint', () => {
  it('is refused when its path is too long, by path, length and remedy', async () => {
    const path = join(newFolder(), 'a'.repeat(100))
    const words = [path, `has ${path.length} bytes`, 'choose a runtime folder with a shorter name']
    expect(await tried(path)).toEqual(sixTimes(refused('bus.address', ...words)))
  })

  it('is refused in a folder that is missing', async () => {
    const folder = join(root, 'missing')
    const words = ['the folder', folder, 'is missing: make it with mode 700']
    expect(await tried(join(folder, 'a'))).toEqual(sixTimes(refused('bus.address', ...words)))
  })

  it.skipIf(process.platform === 'win32')(
    'is refused in a folder that others may enter (skipped on Windows, which has no modes)',
    async () => {
      const folder = newFolder(0o750)
      const words = [folder, 'lets other users in: choose a runtime folder of your own']
      expect(await tried(join(folder, 'a'))).toEqual(sixTimes(refused('bus.address', ...words)))
    },
  )

  it.skipIf(!real)(`is not bound in a folder that is read-only${skipped}`, async () => {
    const refusals = await tried(join(disk, 'a'))
    const words = [
      `the folder ${disk} cannot be used`,
      'EROFS',
      'mend its rights or choose another',
    ]
    expect(refusals.slice(0, 3)).toEqual(sixTimes(refused('bus.address', ...words)).slice(0, 3))
  })

  it('is not bound over a file that is no socket', async () => {
    const path = join(newFolder(), 'precious')
    writeFileSync(path, 'precious')
    const refusal = refused('bus.address', path, 'is no socket: move it away')
    expect([await newBus().publish({ address: `ipc://${path}` }), existsSync(path)]).toEqual([
      refusal,
      true,
    ])
  })

  it('is free at once after a process that bound it was killed, and tells of it until then', async () => {
    const path = join(newFolder(), 'a')
    const endpoint = { address: `ipc://${path}` }
    const holder = await startProcess({ role: 'publish', endpoint, limits: {} })
    onTestFinished(() => holder.kill())
    const meanwhile = await newBus().publish(endpoint)
    await holder.kill()
    const left = readdirSync(join(path, '..')).toSorted()
    const after = await newBus().publish(endpoint)
    expect([meanwhile, left, after.ok]).toEqual([
      refused('bus.taken', path, 'is bound by process', 'quit that one first'),
      ['a', 'a.lock'],
      true,
    ])
  })

  it.each([
    ['of a dead process', () => JSON.stringify({ pid: spawnSync('true').pid, born: '' })],
    ['of a process whose number another has now', () => JSON.stringify({ pid: 1, born: 'x 1' })],
    ['that says nothing', () => 'nothing'],
  ])('is bound in spite of a lock %s', async (_whose, content) => {
    const path = join(newFolder(), 'a')
    writeFileSync(`${path}.lock`, content())
    expect((await newBus().collect({ address: `ipc://${path}` })).ok).toBe(true)
  })

  it('leaves nothing in its folder', async () => {
    const folder = newFolder()
    const bus = newBus()
    opened(await bus.publish({ address: `ipc://${join(folder, 'a')}` }))
    opened(await bus.collect({ address: `ipc://${join(folder, 'b')}` }))
    const during = readdirSync(folder).toSorted()
    await bus.close()
    expect([during, readdirSync(folder)]).toEqual([['a', 'a.lock', 'b', 'b.lock'], []])
  })

  it('closes though its folder is gone', async () => {
    const folder = newFolder()
    const bus = newBus()
    opened(await bus.publish({ address: `ipc://${join(folder, 'a')}` }))
    rmSync(folder, { recursive: true })
    await bus.close()
    expect(existsSync(folder)).toBe(false)
  })
})
