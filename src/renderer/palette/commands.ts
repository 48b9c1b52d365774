import { useEffect, useRef } from 'react'
import type { WindowContext } from '../desk/index.ts'
import { useWindow } from '../desk/index.ts'
import type { Word } from '../words/index.ts'

/** Something that can be done from the palette. */
export interface PaletteCommand {
  /** Unique, and the same from day to day: what was used last stands first. */
  readonly id: string
  readonly group: Word
  /** As it is shown, in the language in force. */
  readonly words: string
  /** Further texts by which it is found: in the other language, ids, names. */
  readonly also?: readonly string[]
  /** As shown beside it; empty for none. */
  readonly chord?: string
  readonly run: () => void
}

/** Asked when the palette opens, so that it tells of what is there then. */
export type CommandSource = () => readonly PaletteCommand[]

const known = new WeakMap<WindowContext, Set<CommandSource>>()

function sourcesOf(window: WindowContext): Set<CommandSource> {
  const found = known.get(window) ?? new Set()
  known.set(window, found)
  return found
}

/** @returns what takes them away. */
export function registerCommands(window: WindowContext, source: CommandSource): () => void {
  const sources = sourcesOf(window)
  sources.add(source)
  return () => void sources.delete(source)
}

/** While this component is there. */
export function useCommands(source: CommandSource): void {
  const window = useWindow()
  const newest = useRef(source)
  useEffect(() => {
    newest.current = source
  })
  useEffect(() => registerCommands(window, () => newest.current()), [window])
}

export function commandsOf(window: WindowContext): readonly PaletteCommand[] {
  return [...sourcesOf(window)].flatMap((source) => source())
}
