import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ok } from '../../../../src/core/domain/index.ts'
import { told } from '../../../core/contracts/told.ts'
import { mountSmallDisk } from '../small-disk.ts'
import { counting, numbered } from './numbered.ts'
import { LONG, opened } from './outboxes.ts'

const disk = mountSmallDisk('1m')
afterAll(() => disk.remove())

describe('an outbox on a full disk', () => {
  it.skipIf(disk.why !== '')(
    `refuses the newest rows in words, keeps what it took, and goes on with space${disk.why}`,
    async () => {
      const filler = join(disk.path, 'filler')
      writeFileSync(filler, new Uint8Array(900 * 1024))
      const { outbox, history, stored } = opened(join(disk.path, 'outbox'))
      history.isAway = true
      let kept = 0
      while (outbox.append(numbered(10, kept)).ok) kept += 10
      expect(kept).toBeGreaterThan(300)
      expect(outbox.status()).toMatchObject({
        rows: kept,
        refused: 10,
        lost: 0,
        keepingFailure: told('store.outbox', 'cannot be written (ENOSPC', 'Free some space'),
      })
      rmSync(filler)
      expect(outbox.append(numbered(10, kept))).toEqual(ok(undefined))
      history.isAway = false
      expect(await outbox.drained(LONG)).toBe(true)
      expect(stored()).toEqual(counting(kept + 10))
      expect(outbox.status()).toMatchObject({ keepingFailure: undefined, lost: 0 })
    },
  )
})
