import { assert, json, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSeen, readPlacements } from '../../../src/main/electron/placement.ts'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 }
const RIGHT = { x: 1920, y: -200, width: 2560, height: 1400 }

describe('the place of a window', () => {
  it('counts where its title can be got hold of', () => {
    const places = [
      { x: 100, y: 100, width: 800, height: 600 },
      { x: -600, y: 0, width: 800, height: 600 },
      { x: 1800, y: 900, width: 800, height: 600 },
    ]
    expect(places.map((place) => isSeen(place, [SCREEN]))).toEqual([true, true, true])
  })

  it('does not count on a screen that is gone, above it, or below its edge', () => {
    const places = [
      { x: 2400, y: 100, width: 800, height: 600 },
      { x: 100, y: -50, width: 800, height: 600 },
      { x: 100, y: 1030, width: 800, height: 600 },
      { x: -750, y: 100, width: 800, height: 600 },
    ]
    expect(places.map((place) => isSeen(place, [SCREEN]))).toEqual(places.map(() => false))
    expect(isSeen(places[0]!, [SCREEN, RIGHT])).toBe(true)
    expect(isSeen(places[0]!, [])).toBe(false)
  })
})

describe('the file of places', () => {
  it('is read as it was written', () => {
    const places = {
      desk: { bounds: { x: 0, y: 20, width: 1440, height: 900 }, maximized: true, open: true },
      book: { bounds: { x: -9, y: 0, width: 300, height: 200 }, maximized: false, open: false },
    }
    expect(readPlacements(JSON.stringify(places))).toEqual(places)
  })

  it('loses what makes no sense, and nothing else', () => {
    const good = { bounds: { x: 1, y: 2, width: 3, height: 4 }, maximized: false, open: true }
    const broken = {
      good,
      late: { ...good, bounds: { x: 1e9, y: 0, width: 1, height: 1 } },
      flat: { ...good, bounds: { x: 0, y: 0, width: 0, height: 1 } },
      text: { ...good, bounds: { x: '0', y: 0, width: 1, height: 1 } },
      none: null,
    }
    expect(readPlacements(JSON.stringify(broken))).toEqual({ good })
  })

  it('costs nothing but the places, whatever is in it', () => {
    assert(
      property(oneof(string(), json()), (text) => {
        const placements = Object.values(readPlacements(text))
        expect(placements.every(({ bounds }) => Number.isInteger(bounds.x))).toBe(true)
      }),
    )
  })
})
