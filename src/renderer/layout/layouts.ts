import type { SerializedDockview } from 'dockview-react'
import type { Keeping } from '../preferences/index.ts'
import type { LayoutTrouble, SavedLayout } from './saved-layout.ts'
import { LAYOUT_VERSION, readLayout } from './saved-layout.ts'
import type { WidthClass } from './width-class.ts'
import type { Docked } from './workspaces.ts'

export interface LayoutPlace {
  readonly workspace: Docked
  readonly width: WidthClass
  readonly monitors: string
}

export interface FoundLayout {
  readonly dock?: SerializedDockview
  /** Why what is kept is not shown; it was copied to `aside`, empty where that failed. */
  readonly trouble?: LayoutTrouble
  readonly aside?: string
  /** Gives it up: from now on what a person makes is kept in its place. */
  readonly release?: () => void
}

/** What to do with a copy is the person's: so many of one place are kept. */
const ASIDES = 5

/** Layouts that a person made, in the browser's keeping. */
export class Layouts {
  readonly #keeping: Keeping
  /** Places whose kept layout could not be shown: nothing is written over it until told to. */
  readonly #held = new Set<string>()

  constructor(keeping: Keeping) {
    this.#keeping = keeping
  }

  find(place: LayoutPlace): FoundLayout {
    const name = nameOf(place)
    const text = this.#keeping.readText(name)
    if (text === undefined) return {}
    const { layout, trouble } = readLayout(this.#keeping.read(name))
    if (layout !== undefined) return { dock: layout.dock }
    return this.#hold(place, trouble, text)
  }

  /** What could be read and still not be shown. */
  refuse(place: LayoutPlace): FoundLayout {
    const text = this.#keeping.readText(nameOf(place)) ?? ''
    return this.#hold(place, { kind: 'broken', why: 'layout.why-grid', name: '' }, text)
  }

  /** @returns false when the browser keeps nothing. What is held is left as it is. */
  save(place: LayoutPlace, dock: SerializedDockview): boolean {
    const name = nameOf(place)
    if (this.#held.has(name)) return true
    const saved: SavedLayout = { version: LAYOUT_VERSION, ...place, dock }
    return this.#keeping.keep(name, saved)
  }

  /** From now on there is none here, and the next one is kept in its place. */
  forget(place: LayoutPlace): void {
    const name = nameOf(place)
    this.#held.delete(name)
    this.#keeping.forget(name)
  }

  /** Told of once; until it is given up nothing is written over it. */
  #hold(place: LayoutPlace, trouble: LayoutTrouble, text: string): FoundLayout {
    const name = nameOf(place)
    if (this.#held.has(name)) return {}
    this.#held.add(name)
    return { trouble, aside: this.#copy(name, text), release: () => this.forget(place) }
  }

  /** The copy is there already where the same was copied before. */
  #copy(name: string, text: string): string {
    for (let number = 1; number <= ASIDES; number++) {
      const aside = `${name}.aside-${number}`
      const there = this.#keeping.read(aside)
      if (there === text) return aside
      if (there === undefined) return this.#keeping.keep(aside, text) ? aside : ''
    }
    return ''
  }
}

function nameOf({ workspace, width, monitors }: LayoutPlace): string {
  return `layout.${workspace}.${width}.${monitors}`
}
