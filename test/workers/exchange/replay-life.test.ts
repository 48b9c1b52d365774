import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OrderId } from '../../../src/core/domain/index.ts'
import { writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { FIRST, QUOTES, SECONDS, replay } from './replay-fixture.ts'
import { noted } from '../../noted.ts'

describe('the life of an exchange of a recording', () => {
  it('plays what could be read of a torn file, and says that it is torn', async () => {
    const recordings = temporaryFolder()
    writeRecordings(recordings, SECONDS)
    const path = join(recordings, 'SIM.ag.csv.gz')
    const gzip = readFileSync(path)
    writeFileSync(path, gzip.subarray(0, gzip.length - 200))
    writeFileSync(join(recordings, 'notes.txt'), 'hello\n')
    const { peer } = await replay({ recordings })
    peer.follow()
    await peer.hears('run ended')
    const { quotes } = peer.last('run')
    expect(noted(peer.last('run'))).toMatch(
      /^left out: .*notes\.txt.*; no price limits.*; .*SIM\.ag\.csv\.gz: the gzip/,
    )
    expect(peer.last('health')).toMatchObject({
      ok: false,
      saying: {
        code: 'failure',
        values: {
          code: 'recording.truncated',
          message: expect.stringMatching(/the gzip stops/) as string,
        },
      },
    })
    expect(quotes).toBe(peer.of('quote').length)
    expect(quotes).toBeGreaterThan(QUOTES / 2)
    expect(quotes).toBeLessThan(QUOTES)
  })

  it('goes on after a kill with the next quote, its books as they were', async () => {
    const { peer, folder, recordings, kill } = await replay()
    peer.login()
    peer.onStep = (seq) => {
      if (seq < 9) peer.done(seq)
    }
    peer.done(1)
    await peer.hears('step 9')
    const seen = peer.of('quote').length
    await kill()
    rmSync(join(folder, 'exchange/lock'))
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })

    const heir = await replay({ folder: copy, recordings })
    const { at } = heir.peer.last('time')
    expect([heir.station.epoch, heir.peer.last('run').quotes, at]).toEqual([
      2,
      seen,
      peer.last('quote').at,
    ])
    heir.peer.epoch = 1 as never
    heir.peer.ask({ kind: 'query', order: 'x' as OrderId })
    heir.peer.follow()
    await heir.peer.hears('run ended')
    expect([seen + heir.peer.of('quote').length, heir.peer.of('quote')[0]!.at]).toEqual([
      QUOTES,
      FIRST + Math.floor(seen / 2) * 500_000,
    ])
  })

  it('leaves when it is asked to, in the middle of a step and of a wait', async () => {
    const open = await replay()
    open.peer.command({ kind: 'Quit', reason: 'the test wants it' })
    const waits = await replay({ speed: 0.001 })
    waits.peer.follow()
    await waits.peer.hears('quote 2')
    waits.peer.command({ kind: 'Quit', reason: 'the test wants it' })
    expect([await open.station.ended, await waits.station.ended]).toEqual([0, 0])
    await replay({ folder: open.folder, recordings: open.recordings })
  })

  it('refuses to start without a recording, and leaves no lock behind', async () => {
    const recordings = temporaryFolder()
    const folder = temporaryFolder()
    await expect(replay({ recordings, folder })).rejects.toThrow(/no recording/i)
    await replay({ folder })
  })
})
