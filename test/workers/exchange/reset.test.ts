import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Disk } from '../../../src/adapters/journal/disk.ts'
import { DISK } from '../../../src/adapters/journal/disk.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { order } from './peer.ts'
import { simulated } from './simulated-fixture.ts'

const RESET = { kind: 'reset', epoch: 1, command: 'r1', person: 'ann' } as never

/** The folder as a kill leaves it. */
function leftBehind(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  rmSync(join(copy, 'exchange/lock'))
  return copy
}

async function traded(disk?: Disk) {
  const all = await simulated(undefined, { durable: true }, disk && { disk })
  all.peer.login()
  all.peer.submit(order('a'))
  all.peer.submit(order('b', { side: 'sell', offset: 'closeToday' }))
  await all.peer.hears('report filled 4')
  return all
}

describe('an exchange that was asked to begin an account anew', () => {
  it('keeps that before it says so', async () => {
    const told: string[] = []
    const { peer } = await traded({
      ...DISK,
      write: (...parameters) => {
        told.push('kept')
        return DISK.write(...parameters)
      },
    })
    told.length = 0
    peer.onReport = ({ kind }) => told.push(kind)
    peer.ask(RESET)
    await peer.hears('report reset 5')
    expect(told).toEqual(['kept', 'reset'])
  })

  it('has done so after a kill, in its ledger as in its numbered reports', async () => {
    const { peer, folder, kill } = await traded()
    peer.ask(RESET)
    await peer.hears('report reset 5')
    const said = peer.reports.at(-1)
    await kill()
    const heir = await simulated(leftBehind(folder))
    heir.peer.ask({ kind: 'ledger' })
    heir.peer.ask({ kind: 'resend', after: 4 })
    await heir.peer.hears('report reset 5')
    const [ledger, again] = heir.peer.reports
    expect(again).toEqual(said)
    expect(ledger).toMatchObject({
      ledger: { seq: 5, staticBalance: 100_000_000, closeProfit: 0, fees: 0, positions: [] },
    })
  })
})
