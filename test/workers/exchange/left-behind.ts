import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../temporary-folder.ts'

/** The folder as a power cut or a kill leaves it, for another life to go on with. */
export function leftBehind(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  rmSync(join(copy, 'exchange/lock'))
  return copy
}
