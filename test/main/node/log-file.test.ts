import { readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { boundLog, lastLines, openLog } from '../../../src/main/node/log-file.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

it('cuts a log that grew too large while it is written, which then goes on', () => {
  const path = join(temporaryFolder(), 'logs/gateway.log')
  const file = openLog(path)
  writeSync(file, 'small\n')
  boundLog(path)
  const small = readFileSync(path, 'utf8')
  writeSync(file, Buffer.alloc(5 * 1024 * 1024, '.'))
  boundLog(path)
  const cut = statSync(path).size
  writeSync(file, 'after\n')
  expect([small, cut, readFileSync(path, 'utf8')]).toEqual(['small\n', 0, 'after\n'])
})

it('finds the last lines of a long log, and none of one that is not there', () => {
  const path = join(temporaryFolder(), 'gateway.log')
  writeSync(openLog(path), Array.from({ length: 9000 }, (_, line) => `line ${line}\n`).join(''))
  expect([lastLines(path, 2), lastLines(`${path}.none`, 2)]).toEqual([
    ['line 8998', 'line 8999'],
    [],
  ])
})
