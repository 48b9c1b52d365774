import { createFailingDisk } from '../../adapters/journal/failing-disk.ts'
import type { Disk } from '../../../src/adapters/journal/disk.ts'
import type { Bus } from '../../../src/core/ports/index.ts'
import { ok } from '../../../src/core/domain/index.ts'

/**
 * The disk and the sockets of a process that dies at a given deed: just before, or just after it
 * wrote to its journal or handed something over. What it does from then on reaches nobody.
 */
export class Mortal {
  /** Deeds until it dies; Infinity while it lives on. */
  left = Infinity
  /** Whether the last deed is still done. */
  doesTheLast = true
  dead = false
  onDeath: () => void = () => undefined
  readonly disk: Disk
  readonly #real: Disk = createFailingDisk()

  constructor() {
    const real = this.#real
    this.disk = {
      open: (path) => real.open(path),
      truncate: (file, length) => real.truncate(file, length),
      write: (file, bytes, start, length, position) =>
        this.#does() ? real.write(file, bytes, start, length, position) : length,
    }
  }

  bus(own: Bus): Bus {
    return {
      ...own,
      push: (endpoint) => {
        const opened = own.push(endpoint)
        if (!opened.ok) return opened
        const pusher = opened.value
        return ok({
          send: (frame) => (this.#does() ? pusher.send(frame) : Promise.resolve(true)),
          get connected() {
            return pusher.connected
          },
        })
      },
    }
  }

  #does(): boolean {
    if (this.dead) return false
    if (--this.left > 0) return true
    this.dead = true
    this.onDeath()
    return this.doesTheLast
  }
}
