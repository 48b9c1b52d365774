import { describe, expect, it } from 'vitest'
import { FrameLoad } from '../../../src/renderer/desk/frame-load.ts'

describe('frames that are late', () => {
  it('cost one thing after a second, another after each second more, and nothing for good', () => {
    const load = new FrameLoad()
    const levels: number[] = []
    for (let at = 0; at <= 4_200; at += 100) {
      load.take(20, at)
      levels.push(load.level)
    }
    const ten = (level: number): number[] => Array.from({ length: 10 }, () => level)
    expect(levels).toEqual([...ten(0), ...ten(1), ...ten(2), ...ten(3), 3, 3, 3])
    const back: number[] = []
    for (let at = 4_300; at <= 36_000; at += 20) {
      load.take(5, at)
      if (load.level !== (back.at(-1) ?? 3)) back.push(load.level)
    }
    expect(back).toEqual([2, 1, 0])
  })

  it('are not late by one long frame', () => {
    const load = new FrameLoad()
    const works = [900, 4, 900, 4, 900, 4, 900, 4]
    for (const [index, work] of works.entries()) load.take(work, index * 1_000)
    expect(load.level).toBe(0)
  })

  it('keep nothing away where they are a few of many, and all where they are one in ten', () => {
    const levels = [50, 10].map((one) => {
      const load = new FrameLoad()
      for (let frame = 0; frame < 200; frame++) load.take(30, frame * 20)
      for (let frame = 200; frame < 3_000; frame++)
        load.take(frame % one === 0 ? 40 : 5, frame * 20)
      return load.level
    })
    expect(levels).toEqual([0, 3])
  })

  it('begin to be late anew with every frame that is in time', () => {
    const load = new FrameLoad()
    for (let at = 0; at < 10_000; at += 100) load.take(at % 900 === 0 ? 4 : 20, at)
    expect(load.level).toBe(0)
  })
})
