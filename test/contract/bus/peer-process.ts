import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import type { BusLimits } from '../../../src/adapters/bus/index.ts'
import type { Endpoint } from '../../../src/core/ports/index.ts'
import type { Role } from './role.ts'
import { play } from './role.ts'

/** What a test tells a process that plays a role, as its one argument and by messages. */
export interface Part {
  readonly role: Role
  readonly endpoint: Endpoint
  readonly limits: Partial<BusLimits>
}

export interface Order {
  readonly texts: readonly string[]
  readonly length?: number
}

/** What it says: it is there, it heard a text, it sent what it was told to. */
export type Word =
  | { readonly kind: 'ready' }
  | { readonly kind: 'heard'; readonly text: string }
  | { readonly kind: 'sent'; readonly taken: readonly boolean[] }

const say = (word: Word): void => void process.send?.(word)
const { role, endpoint, limits } = JSON.parse(process.argv[2] ?? '') as Part
const hear = (text: string): void => say({ kind: 'heard', text })
const actor = await play(createZeromqBus(limits), role, endpoint, hear)
process.on('message', ({ texts, length }: Order) => {
  void actor.send(texts, length).then((taken) => say({ kind: 'sent', taken }))
})
process.on('disconnect', () => process.exit())
say({ kind: 'ready' })
