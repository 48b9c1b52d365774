import { Keys } from '../../../src/renderer/keys/keys.ts'
import type { KeyName } from '../../../src/renderer/keys/key-table.ts'
import type { Stroke } from '../../../src/renderer/keys/meaning.ts'
import { VirtualTime } from './virtual-time.ts'

/** Somebody at the keys, in virtual time, who writes down what they did. */
export class Typist {
  readonly time = new VirtualTime()
  readonly did: string[] = []
  readonly unanswered: KeyName[] = []
  readonly kept: unknown[] = []
  readonly keys = new Keys({
    after: this.time.after,
    kept: undefined,
    keep: (value) => this.kept.push(value) > 0,
    unanswered: (name) => this.unanswered.push(name),
  })

  /** Writes down whenever a key acts. */
  on(name: KeyName, panel?: string, shown = true): () => void {
    const said = panel === undefined ? name : `${name} in ${panel}`
    return this.keys.attach(name, {
      panel,
      shown: () => shown,
      call: () => this.did.push(said),
    })
  }

  down(chord: string, where: Partial<Stroke> = {}): boolean {
    return this.keys.down({
      chord,
      repeat: false,
      command: false,
      at: this.time.now,
      field: 'none',
      panel: undefined,
      kind: undefined,
      ...where,
    })
  }
}
