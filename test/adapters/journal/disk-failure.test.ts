import { mkdirSync, rmSync, statSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { refused } from '../../core/contracts/told.ts'
import { createFailingDisk } from './failing-disk.ts'
import { newFolder, opened, reread, root, segment } from './folders.ts'

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a journal in files whose disk fails', () => {
  const GROUP = ['two', 'three']
  const LENGTH = 24 + 3 + 24 + 5

  it('reads nothing of the group back, however much of it was written', () => {
    for (let taken = 0; taken <= LENGTH; taken++) {
      const folder = newFolder()
      const disk = createFailingDisk()
      const { journal } = opened(folder, disk)
      journal.append(['one'])
      disk.failAfter(taken, 'ENOSPC')
      const words = `${segment(folder)} cannot be written (ENOSPC, the disk is full). Free`
      expect(journal.append(GROUP)).toEqual(refused('journal.write', words))
      journal.close()
      expect(statSync(segment(folder)).size).toBe(512)
      expect(reread(folder)).toEqual({ records: ['one'], warnings: [] })
    }
  })

  it('cuts what it could not take back, and says beforehand that it may be read', () => {
    for (let taken = 0; taken <= LENGTH; taken++) {
      const folder = newFolder()
      const disk = createFailingDisk()
      const { journal } = opened(folder, disk)
      journal.append(['one'])
      disk.failAfter(taken, 'EIO')
      disk.stayBroken()
      expect(journal.append(GROUP)).toEqual(
        refused('journal.write', 'EIO', 'could not be taken back'),
      )
      expect(journal.append(GROUP)).toEqual(refused('journal.write', 'EIO'))
      journal.close()
      expect(reread(folder).records).toEqual(['one', ...(taken < LENGTH ? [] : GROUP)])
    }
  })

  it('refuses when the next segment cannot be made, and keeps what it has', () => {
    const folder = newFolder()
    const { journal } = opened(folder)
    journal.append(['a'.repeat(200)])
    mkdirSync(`${segment(folder, 2)}.making`)
    expect(journal.append(['b'.repeat(300)])).toEqual(
      refused('journal.write', `${segment(folder, 2)} cannot be written (EISDIR`),
    )
    journal.close()
    rmSync(`${segment(folder, 2)}.making`, { recursive: true })
    expect(reread(folder)).toEqual({ records: ['a'.repeat(200)], warnings: [] })
  })
})
