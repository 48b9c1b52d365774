import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { ChordTrouble, Chords } from './clashes.ts'
import { troubleOf } from './clashes.ts'
import { DoublePress } from './double-press.ts'
import type { KeyHandler } from './handlers.ts'
import { Handlers } from './handlers.ts'
import { Hold } from './hold.ts'
import { keptOf, readChords, usualChords } from './kept-chords.ts'
import type { KeyName } from './key-table.ts'
import { KEY_NAMES, keyEntry } from './key-table.ts'
import { Layers } from './layers.ts'
import { meant } from './meaning.ts'
import type { Stroke } from './meaning.ts'

export interface KeysParts {
  /** Calls once after so many milliseconds. @returns what calls it off. */
  readonly after: (milliseconds: number, call: () => void) => () => void
  readonly kept: unknown
  /** @returns false when it could not be kept. */
  readonly keep: (value: unknown) => boolean
  /** A key that trades was pressed, and nothing on the screen does it. */
  readonly unanswered: (name: KeyName) => void
}

export interface KeysState {
  readonly chords: Chords
  /** Which of the keys to hold is being held. */
  readonly holding: KeyName | undefined
}

/** All keys of the window: which chord means what, and who does it. Knows no screen. */
export class Keys {
  readonly store: StoreApi<KeysState>
  /** What was kept of chords and could not be taken. */
  readonly ignored: readonly string[]
  readonly layers = new Layers()
  readonly #parts: KeysParts
  readonly #handlers = new Handlers()
  readonly #twice = new Map<KeyName, DoublePress>()
  readonly #holds = new Map<KeyName, { readonly hold: Hold; panel: string | undefined }>()

  constructor(parts: KeysParts) {
    const { chords, ignored } = readChords(parts.kept)
    this.#parts = parts
    this.ignored = ignored
    this.store = createStore<KeysState>(() => ({ chords, holding: undefined }))
  }

  attach(name: KeyName, handler: KeyHandler): () => void {
    return this.#handlers.attach(name, handler)
  }

  /** @returns whether the press was taken: then the browser is to do nothing with it. */
  down(stroke: Stroke): boolean {
    const names = meant(stroke, this.store.getState().chords, this.layers)
    if (stroke.repeat) return names.length > 0
    for (const name of this.#twice.keys()) if (!names.includes(name)) this.#double(name).forget()
    if (names.includes('close') && this.layers.closeNewest()) {
      this.#forgetDoubles()
      return true
    }
    let taken = false
    // In a text field Escape is the field's own, once nothing is open.
    for (const name of names) {
      if (name !== 'close' || stroke.field !== 'text') taken = this.#press(name, stroke) || taken
    }
    return taken
  }

  /** A key was let go, or the window lost the focus: what was held is held no more. */
  up(): void {
    for (const { hold } of this.#holds.values()) hold.end()
  }

  /** Does what a key does, as by the palette. @returns false where nobody does it. */
  press(name: KeyName, panel?: string): boolean {
    const { scope, trades } = keyEntry(name)
    const within = scope !== 'always' && scope !== 'anywhere' && scope !== 'desk'
    const handler = this.#handlers.find(name, panel, within && scope !== 'dialog')
    if (handler === undefined && trades !== 'no' && scope !== 'dialog') {
      this.#parts.unanswered(name)
    }
    handler?.call()
    return handler !== undefined
  }

  /** @returns why not; undefined when it is changed and kept. */
  change(name: KeyName, chord: string): ChordTrouble | undefined {
    const { chords } = this.store.getState()
    const trouble = troubleOf(name, chord, chords)
    if (trouble === undefined) this.#set({ ...chords, [name]: chord })
    return trouble
  }

  /** All as they came. */
  reset(): void {
    this.#set(usualChords())
  }

  #set(chords: Chords): void {
    this.store.setState({ chords })
    this.#parts.keep(keptOf(chords))
  }

  #press(name: KeyName, stroke: Stroke): boolean {
    const { press } = keyEntry(name)
    if (press === 'once') return this.press(name, stroke.panel) || keyEntry(name).trades !== 'no'
    if (press === 'hold') return this.#hold(name, stroke)
    if (this.#double(name).press(stroke.at)) this.press(name, stroke.panel)
    return true
  }

  #hold(name: KeyName, { panel, command }: Stroke): boolean {
    let known = this.#holds.get(name)
    if (known === undefined) {
      const changed = (on: boolean): void => this.store.setState({ holding: on ? name : undefined })
      const held = (): void => void this.press(name, this.#holds.get(name)?.panel)
      known = { hold: new Hold({ after: this.#parts.after, held, changed }), panel }
      this.#holds.set(name, known)
    }
    known.panel = panel
    // A Mac tells nothing of keys let go while Command is down: only Control can hold there.
    if (!command) known.hold.begin()
    return true
  }

  #double(name: KeyName): DoublePress {
    const known = this.#twice.get(name) ?? new DoublePress()
    this.#twice.set(name, known)
    return known
  }

  #forgetDoubles(): void {
    for (const name of KEY_NAMES) this.#twice.get(name)?.forget()
  }
}
