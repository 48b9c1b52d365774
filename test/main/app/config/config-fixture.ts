import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../../../src/main/app/config/index.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

export interface Given {
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Content of the system's config file. */
  readonly file?: string
}

export function read({ args = [], environment = {}, file }: Given, home = temporaryFolder()) {
  if (file !== undefined) {
    mkdirSync(join(home, '.config/ghtrader'), { recursive: true })
    writeFileSync(join(home, '.config/ghtrader/ghtrader.json'), file)
  }
  const request = readConfig(args, {
    platform: 'linux',
    environment,
    home,
    folder: join(home, 'here'),
  })
  return { request, home, path: join(home, '.config/ghtrader/ghtrader.json') }
}
