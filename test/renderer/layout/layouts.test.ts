import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_TREES } from '../../../src/renderer/layout/default-trees.ts'
import { dockJson } from '../../../src/renderer/layout/dock-json.ts'
import { LayoutHistory } from '../../../src/renderer/layout/layout-history.ts'
import { layoutShape } from '../../../src/renderer/layout/layout-shape.ts'
import type { LayoutPlace } from '../../../src/renderer/layout/layouts.ts'
import { Layouts } from '../../../src/renderer/layout/layouts.ts'
import { readLayout } from '../../../src/renderer/layout/saved-layout.ts'
import { PANELS } from '../../../src/renderer/panels/index.ts'
import { monitorSet } from '../../../src/renderer/layout/width-class.ts'
import { Memory } from './kept.ts'

const PLACE: LayoutPlace = { workspace: 'desk', width: 'middle', monitors: 'one-1440x900' }
const NAME = 'layout.desk.middle.one-1440x900'
const dock = dockJson(DEFAULT_TREES.desk.middle, { width: 1436, height: 834 }, 1)
const other = dockJson(DEFAULT_TREES.desk.small, { width: 1436, height: 834 }, 1)

type Loose = Record<string, unknown>

function damaged(change: (kept: Loose) => void): unknown {
  const kept = JSON.parse(JSON.stringify({ version: 1, ...PLACE, dock })) as Loose
  change(kept)
  return kept
}

describe('a kept layout', () => {
  it('comes back for its place alone', () => {
    const { keeping } = new Memory()
    expect(new Layouts(keeping).save(PLACE, dock)).toBe(true)
    expect(new Layouts(keeping).find(PLACE)).toEqual({ dock })
    expect(new Layouts(keeping).find({ ...PLACE, width: 'wide' })).toEqual({})
    expect(new Layouts(keeping).find({ ...PLACE, monitors: 'several-1440x900' })).toEqual({})
  })

  it('keeps the letter of a watch list, and is another one by it', () => {
    const { keeping } = new Memory()
    const lettered = JSON.parse(JSON.stringify(dock)) as typeof dock
    lettered.panels['watch-list']!.params!['letter'] = 'C'
    new Layouts(keeping).save(PLACE, lettered)
    const { dock: found } = new Layouts(keeping).find(PLACE)
    expect(found?.panels['watch-list']?.params).toEqual({ kind: 'watch-list', letter: 'C' })
    expect(layoutShape(lettered)).not.toBe(layoutShape(dock))
  })

  it('of before watch lists had letters of their own has them at A', () => {
    expect(PANELS['watch-list']).toMatchObject({ linked: true, chooses: true })
    expect(dock.panels['watch-list']?.params).toEqual({ kind: 'watch-list', letter: 'A' })
  })

  it('of a newer version is not shown, copied, and written over only when given up', () => {
    const { keeping, texts } = new Memory()
    const newer = '{"version":2,"dock":"something else"}'
    texts.set(NAME, newer)
    const layouts = new Layouts(keeping)
    const found = layouts.find(PLACE)
    expect(found).toMatchObject({ trouble: { kind: 'newer' }, aside: `${NAME}.aside-1` })
    expect(layouts.save(PLACE, dock)).toBe(true)
    expect(texts.get(NAME)).toBe(newer)
    found.release?.()
    layouts.save(PLACE, dock)
    expect(layouts.find(PLACE)).toEqual({ dock })
    expect(keeping.read(`${NAME}.aside-1`)).toBe(newer)
  })

  it('that is no JSON is copied as the text that it is', () => {
    const { keeping, texts } = new Memory()
    texts.set(NAME, '{"version":1,"do')
    const { trouble, aside } = new Layouts(keeping).find(PLACE)
    expect(trouble).toEqual({ kind: 'broken', why: 'layout.why-shape', name: '' })
    expect(keeping.read(aside ?? '')).toBe('{"version":1,"do')
  })

  it('is copied once, however often the page is loaded, and other ones beside it', () => {
    const memory = new Memory()
    for (const text of ['bad', 'bad', 'worse', 'bad']) {
      memory.texts.set(NAME, text)
      new Layouts(memory.keeping).find(PLACE)
    }
    expect(memory.names).toEqual([NAME, `${NAME}.aside-1`, `${NAME}.aside-2`])
  })

  it('that cannot be copied says so, and stays', () => {
    const memory = new Memory()
    memory.texts.set(NAME, 'bad')
    memory.full = true
    expect(new Layouts(memory.keeping).find(PLACE)).toMatchObject({ aside: '' })
    expect(memory.texts.get(NAME)).toBe('bad')
  })

  it('that could be read and still not be shown is held like a broken one', () => {
    const { keeping } = new Memory()
    const layouts = new Layouts(keeping)
    layouts.save(PLACE, dock)
    expect(layouts.refuse(PLACE)).toMatchObject({ aside: `${NAME}.aside-1` })
    layouts.save(PLACE, other)
    expect(new Layouts(keeping).find(PLACE)).toEqual({ dock })
  })

  it('is not kept where the browser keeps nothing', () => {
    const memory = new Memory()
    memory.full = true
    expect(new Layouts(memory.keeping).save(PLACE, dock)).toBe(false)
  })

  it('with an unknown panel says which', () => {
    const kept = damaged((layout) => {
      const { panels } = layout['dock'] as { panels: Record<string, { params: { kind: string } }> }
      if (panels['chart'] !== undefined) panels['chart'].params.kind = 'moon'
    })
    expect(readLayout(kept)).toEqual({
      trouble: { kind: 'broken', why: 'layout.why-panel', name: 'moon' },
    })
  })

  it('whose grid lacks a panel, or has one twice, is none', () => {
    const lacking = damaged((layout) => {
      const { panels } = layout['dock'] as { panels: Record<string, unknown> }
      delete panels['chart']
    })
    const twice = damaged((layout) => {
      const { grid } = layout['dock'] as { grid: { root: { data: unknown[] } } }
      grid.root.data.push(grid.root.data[0])
    })
    const trouble = { kind: 'broken', why: 'layout.why-grid', name: '' }
    expect([readLayout(lacking), readLayout(twice)]).toEqual([{ trouble }, { trouble }])
  })

  it('is read or refused, and never throws, whatever is there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        for (const kept of [value, { version: 1, dock: value }, text]) {
          const read = readLayout(kept)
          expect(read.layout === undefined).not.toBe(read.trouble === undefined)
        }
      }),
    )
  })
})

describe('the shape of a layout', () => {
  it('is the same at another size and with another tab on top', () => {
    const wider = dockJson(DEFAULT_TREES.desk.middle, { width: 1600, height: 900 }, 1.15)
    const turned = JSON.parse(
      JSON.stringify(dock).replace('"activeView":"ladder"', '"activeView":"tape"'),
    ) as typeof dock
    expect([layoutShape(wider), layoutShape(turned)]).toEqual([
      layoutShape(dock),
      layoutShape(dock),
    ])
  })

  it('is another one with another order, panel or letter', () => {
    const lettered = JSON.parse(
      JSON.stringify(dock).replace('"kind":"chart","letter":"A"', '"kind":"chart","letter":"B"'),
    ) as typeof dock
    expect(new Set([dock, other, lettered].map(layoutShape)).size).toBe(3)
  })
})

describe('taking back', () => {
  it('goes back through the last 20 changes', () => {
    const history = new LayoutHistory()
    const layouts = Array.from({ length: 22 }, (_, index) => ({
      ...dock,
      activeGroup: `g${index}`,
    }))
    for (const layout of layouts) history.push(layout)
    const back = Array.from({ length: 21 }, () => history.pop()?.activeGroup)
    const expected = layouts.slice(2).map(({ activeGroup }) => activeGroup)
    expect(back).toEqual([...expected.toReversed(), undefined])
  })
})

describe('a set of monitors', () => {
  it('is named by how many and how large', () => {
    expect(monitorSet({ width: 1920, height: 1080 })).toBe('one-1920x1080')
    expect(monitorSet({ width: 1920, height: 1080, isExtended: true })).toBe('several-1920x1080')
  })
})
