import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  PositionFile,
  readPosition,
} from '../../../../src/adapters/history/outbox/position-file.ts'
import { newFolder } from './outboxes.ts'

function written(...sequences: readonly number[]): string {
  const folder = newFolder()
  mkdirSync(folder)
  const file = new PositionFile(folder)
  for (const sequence of sequences) file.write({ segment: 1, offset: 28, sequence })
  file.close()
  return folder
}

describe('the position of an outbox', () => {
  it('is that which was written last, over any number of lives', () => {
    const folder = written(5, 6, 7)
    expect(readPosition(folder)?.sequence).toBe(7)
    const again = new PositionFile(folder)
    again.write({ segment: 2, offset: 99, sequence: 8 })
    again.close()
    expect(readPosition(folder)).toEqual({ segment: 2, offset: 99, sequence: 8 })
    expect(readFileSync(join(folder, 'position')).length).toBe(80)
  })

  it('is the one before when the last write broke off, at any byte', () => {
    const [before, after] = [written(5, 6), written(5, 6, 7)].map((folder) =>
      readFileSync(join(folder, 'position')),
    ) as [Buffer, Buffer]
    const folder = written()
    const found = new Set<number | undefined>()
    for (let cut = 0; cut <= 80; cut++) {
      writeFileSync(
        join(folder, 'position'),
        Buffer.concat([after.subarray(0, cut), before.subarray(cut)]),
      )
      found.add(readPosition(folder)?.sequence)
    }
    expect(found).toEqual(new Set([6, 7]))
  })

  it('is unknown where there is none', () =>
    expect([readPosition(newFolder()), readPosition(written())]).toEqual([undefined, undefined]))
})
