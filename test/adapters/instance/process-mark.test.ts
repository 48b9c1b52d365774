import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isAlive, ownMark } from '../../../src/adapters/instance/process-mark.ts'
import { until } from '../../until.ts'

const linux = process.platform === 'linux'
const skipped = linux ? '' : ' (skipped: only Linux tells)'

describe('the mark of a process', () => {
  it('lives as long as the process', () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    expect([isAlive(ownMark()), isAlive({ pid, born: '' })]).toEqual([true, false])
  })

  it.skipIf(!linux)(`is not that of a later process with its number${skipped}`, () => {
    expect(isAlive({ pid: process.pid, born: 'another boot 1' })).toBe(false)
  })

  it.skipIf(!linux)(`is dead though nobody has asked how the process ended${skipped}`, async () => {
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 600'])
    onTestFinished(() => void parent.kill('SIGKILL'))
    const said = await new Promise((resolve) => parent.stdout.once('data', resolve))
    const pid = Number(String(said))
    await until(() => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '))
    expect([isAlive({ pid, born: '' }), isAlive({ pid, born: 'this boot 1' })]).toEqual([
      false,
      false,
    ])
  })
})
