import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_TREES } from '../../../src/renderer/layout/default-trees.ts'
import { dockJson } from '../../../src/renderer/layout/dock-json.ts'
import { readLayout } from '../../../src/renderer/layout/saved-layout.ts'
import type { Extent, Tree } from '../../../src/renderer/layout/tree.ts'
import { across, shareOut, tabs } from '../../../src/renderer/layout/tree.ts'
import { WIDTH_CLASSES, widthClassOf } from '../../../src/renderer/layout/width-class.ts'
import { DOCKED } from '../../../src/renderer/layout/workspaces.ts'

const ALL = DOCKED.flatMap((workspace) =>
  WIDTH_CLASSES.map((width) => ({ workspace, width, tree: DEFAULT_TREES[workspace][width] })),
)

function panelsOf(tree: Tree): readonly string[] {
  return 'tabs' in tree ? tree.tabs : tree.parts.flatMap((part) => panelsOf(part.tree))
}

describe('sharing out a length', () => {
  it('gives fixed parts what they ask for, and the others the rest by their shares', () => {
    expect(shareOut([294, '1fr', 288, 230, 312], 1916, 1)).toEqual([294, 792, 288, 230, 312])
    expect(shareOut(['1fr', '3fr'], 401, 1)).toEqual([100, 301])
  })

  it('gives fixed parts more at a regular density', () => {
    expect(shareOut([200, '1fr'], 1000, 1.15)).toEqual([230, 770])
  })

  it('leaves something for those that take the rest where there is too little', () => {
    expect(shareOut([300, '1fr', 300], 420, 1)).toEqual([150, 120, 150])
  })

  it('fills the length to the pixel', () => {
    const extent = fc.oneof(
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom<Extent>('1fr', '1.4fr', '0.6fr'),
    )
    const extents = fc.array(extent, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(extents, fc.integer({ min: 0, max: 4000 }), (sizes, length) => {
        const shared = shareOut(sizes, length, 1)
        expect(shared.reduce((sum, each) => sum + each, 0)).toBe(length)
      }),
    )
  })
})

describe('a width', () => {
  it('has its class by the pixels of the window', () => {
    const widths = [1920, 1700, 1699, 1281, 1280, 1001, 1000, 720]
    expect(widths.map((width) => widthClassOf(width, 1))).toEqual([
      'wide',
      'wide',
      'middle',
      'middle',
      'narrow',
      'narrow',
      'small',
      'small',
    ])
  })

  it('holds less at a regular density', () => {
    expect(widthClassOf(1920, 1.15)).toBe('middle')
  })
})

describe('a default layout', () => {
  it.each(ALL)(
    'of $workspace, $width: has every panel of its workspace once',
    ({ workspace, tree }) => {
      const panels = panelsOf(tree)
      expect(new Set(panels).size).toBe(panels.length)
      expect(panels.toSorted()).toEqual(panelsOf(DEFAULT_TREES[workspace].wide).toSorted())
    },
  )

  it.each(ALL)('of $workspace, $width: splits across and down in turns', ({ tree }) => {
    const alike = (each: Tree): boolean =>
      'parts' in each &&
      each.parts.some(
        (part) => ('split' in part.tree && part.tree.split === each.split) || alike(part.tree),
      )
    expect(alike(tree)).toBe(false)
  })

  it.each(ALL)(
    'of $workspace, $width: can be kept and read again',
    ({ workspace, width, tree }) => {
      const dock = dockJson(tree, { width: 1436, height: 834 }, 1)
      const saved = { version: 1, workspace, width, monitors: 'one-1440x900', dock }
      const kept: unknown = JSON.parse(JSON.stringify(saved))
      expect(readLayout(kept)).toEqual({ layout: saved })
    },
  )

  it('is a split at its root, be it of one', () => {
    const { grid } = dockJson(tabs('chart'), { width: 100, height: 50 }, 1)
    expect(grid).toEqual({
      orientation: 'HORIZONTAL',
      width: 100,
      height: 50,
      root: {
        type: 'branch',
        size: 50,
        data: [
          { type: 'leaf', size: 100, data: { id: 'g1', views: ['chart'], activeView: 'chart' } },
        ],
      },
    })
  })

  it('has its sizes in pixels, with the first tab on top', () => {
    const tree = across([30, tabs('quote', 'account')], ['1fr', tabs('chart')])
    expect(dockJson(tree, { width: 200, height: 50 }, 1).grid.root.data).toEqual([
      {
        type: 'leaf',
        size: 30,
        data: { id: 'g1', views: ['quote', 'account'], activeView: 'quote' },
      },
      { type: 'leaf', size: 170, data: { id: 'g2', views: ['chart'], activeView: 'chart' } },
    ])
  })
})
