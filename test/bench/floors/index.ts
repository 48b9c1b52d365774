import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { figuresOf, pinned } from '../pinned.ts'
import type { Placement } from '../pinned.ts'

const here = import.meta.dirname
const models = resolve(here, '../../../resources/models')

/** What the machine alone takes for the parts of the loop, in µs, on the same cores. */
export interface Floors {
  readonly socket: number
  readonly fsync: number
  readonly onnx: number
}

/** @param folder where the journal will lie: the floor's file lies beside it. */
export async function measureFloors(placement: Placement, folder: string): Promise<Floors> {
  const { first, second } = placement
  const own = mkdtempSync(join(folder, 'gt-'))
  const path = join(own, 'floor.socket')
  const echo = pinned(second, join(here, 'socket-floor.ts'), [path, 'echo'])
  try {
    if (echo.stdout !== null) await once(echo.stdout, 'data')
    const socket = await figuresOf(pinned(first, join(here, 'socket-floor.ts'), [path, 'ask']))
    const fsync = await figuresOf(pinned(first, join(here, 'disk-floor.ts'), [own]))
    const model = [join(models, 'sim-direction.onnx'), '21']
    const onnx = await figuresOf(pinned(second, join(here, 'onnx-floor.ts'), model))
    return { socket: socket['p50'] ?? NaN, fsync: fsync['p50'] ?? NaN, onnx: onnx['p50'] ?? NaN }
  } finally {
    echo.kill('SIGKILL')
    rmSync(own, { recursive: true, force: true })
  }
}

/** How disturbed a core is right now: stalls of over 100 µs in a second. */
export async function probeNoise(core: number): Promise<Record<string, number>> {
  return figuresOf(pinned(core, join(here, 'noise-probe.ts')))
}
