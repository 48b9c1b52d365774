import type { KeyName } from '../keys/key-table.ts'
import type { Word } from '../words/index.ts'

/** Names never change: they are in saved layouts. */
export const WORKSPACES = ['desk', 'analyst', 'models', 'system'] as const
export type Workspace = (typeof WORKSPACES)[number]

/** Those with panels; the others say in a sentence that they come. */
export const DOCKED = ['desk', 'system'] as const satisfies readonly Workspace[]
export type Docked = (typeof DOCKED)[number]

export function isDocked(workspace: Workspace): workspace is Docked {
  return (DOCKED as readonly Workspace[]).includes(workspace)
}

export const WORKSPACE_WORDS = {
  desk: 'desk',
  analyst: 'analyst',
  models: 'models',
  system: 'system',
} as const satisfies Readonly<Record<Workspace, Word>>

export const WORKSPACE_KEYS = {
  desk: 'workspace.desk',
  analyst: 'workspace.analyst',
  models: 'workspace.models',
  system: 'workspace.system',
} as const satisfies Readonly<Record<Workspace, KeyName>>
