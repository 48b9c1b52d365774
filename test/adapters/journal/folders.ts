import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Disk } from '../../../src/adapters/journal/disk.ts'
import type { OpenedJournal } from '../../../src/adapters/journal/index.ts'
import { openJournal } from '../../../src/adapters/journal/index.ts'
import { TEXT_CODEC } from '../../core/journal/text-codec.ts'

export const root = mkdtempSync(join(tmpdir(), 'journal-files-'))
let folders = 0

/** A folder that no journal was in yet. */
export const newFolder = (): string => join(root, String(folders++), 'journal')
export const open = (folder: string, disk?: Disk) =>
  openJournal(folder, { codec: TEXT_CODEC, segmentLength: 512, ...(disk && { disk }) })

/** The opened journal, for tests in which nothing stands against it. */
export function opened(folder: string, disk?: Disk): OpenedJournal<string> {
  const result = open(folder, disk)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** What is read back, with the journal closed again. */
export function reread(folder: string): OpenedJournal<string>['recovered'] {
  const { journal, recovered } = opened(folder)
  journal.close()
  return recovered
}

/** A folder with these groups in its journal. */
export function written(...groups: readonly (readonly string[])[]): string {
  const folder = newFolder()
  const { journal } = opened(folder)
  for (const group of groups) {
    const appended = journal.append(group)
    if (!appended.ok) throw new Error(appended.error.message)
  }
  journal.close()
  return folder
}

export const segment = (folder: string, number = 1): string =>
  join(folder, `journal-00000${number}.ghtj`)
