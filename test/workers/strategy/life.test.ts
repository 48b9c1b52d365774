import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Epoch } from '../../../src/core/domain/index.ts'
import { beginLife } from '../../../workers/strategy/life.ts'
import { Spread } from '../../../workers/strategy/spread.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

function lived(folder: string, epoch: number): number {
  const life = beginLife(folder, epoch as Epoch)
  if (!life.ok) throw new Error(life.error.message)
  return life.value
}

describe('a life of a strategy', () => {
  it('has the number of the gateway, the first time, as in one process', () => {
    const folder = temporaryFolder()
    expect([1, 2, 7].map((epoch) => lived(folder, epoch))).toEqual([1, 2, 7])
  })

  it('never has a number that another life had, in any epoch', () => {
    const folder = temporaryFolder()
    const lives = [4, 4, 4, 5, 5, 9, 10, 10].map((epoch) => lived(folder, epoch))
    expect(new Set(lives).size).toBe(lives.length)
    expect(lives.filter((life) => life < 1_000)).toEqual([4, 5, 9, 10])
    expect(lives.every(Number.isSafeInteger)).toBe(true)
  })

  it('is not begun where it cannot be kept', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'life'))
    const life = beginLife(folder, 3 as Epoch)
    expect(life.ok ? '' : life.error.code).toBe('instance.folder')
  })
})

describe('a spread', () => {
  it('says what a share of the newest measurements does not exceed', () => {
    const spread = new Spread()
    const empty = spread.quantiles([0.5, 0.99])
    for (let count = 1; count <= 600; count++) spread.add(count <= 88 ? 1_000_000 : count)
    expect([empty, spread.quantiles([0, 0.5, 0.99, 1])]).toEqual([
      [0, 0],
      [89, 345, 595, 600],
    ])
  })
})
