import { describe, expect, it } from 'vitest'
import { Typist } from './typist.ts'

describe('a key', () => {
  it('does what its chord says, and the press is taken', () => {
    const typist = new Typist()
    typist.on('panel.next')
    expect([typist.down('F6'), typist.down('F7')]).toEqual([true, false])
    expect(typist.did).toEqual(['panel.next'])
  })

  it('does nothing when it repeats itself, and the browser gets it neither', () => {
    const typist = new Typist()
    typist.on('buy')
    expect(typist.down('Ctrl B', { repeat: true })).toBe(true)
    expect(typist.did).toEqual([])
  })

  it('that trades does not act in a text field, but in the fields of the ticket', () => {
    const typist = new Typist()
    typist.on('buy')
    expect(typist.down('Ctrl B', { field: 'text' })).toBe(false)
    expect(typist.down('Ctrl B', { field: 'own' })).toBe(true)
    expect(typist.did).toEqual(['buy'])
  })

  it('that writes is left to the text field, be it of the ticket', () => {
    const typist = new Typist()
    typist.on('centre')
    expect(typist.down('C', { field: 'own' })).toBe(false)
    expect(typist.did).toEqual([])
  })

  it('that trades and that nobody on the screen does is told of', () => {
    const typist = new Typist()
    typist.on('sell', 'ticket', false)
    expect(typist.down('Ctrl S')).toBe(true)
    expect([typist.did, typist.unanswered]).toEqual([[], ['sell']])
  })

  it('of a panel acts in the panel with the focus alone', () => {
    const typist = new Typist()
    typist.on('ladder.buy', 'ladder')
    typist.on('ladder.buy', 'ladder-2')
    typist.down('B', { panel: 'ladder', kind: 'ladder' })
    typist.down('B', { panel: 'chart', kind: 'chart' })
    expect(typist.did).toEqual(['ladder.buy in ladder'])
  })

  it('of a panel goes before the same key of the desk', () => {
    const typist = new Typist()
    typist.on('live-edge', 'chart')
    typist.on('tape.freeze', 'tape')
    typist.down('Space', { panel: 'tape', kind: 'tape' })
    typist.down('Space', { panel: 'ladder', kind: 'ladder' })
    expect(typist.did).toEqual(['tape.freeze in tape', 'live-edge in chart'])
  })

  it('of the desk is done by the panel with the focus, else by the newest, never by two', () => {
    const typist = new Typist()
    typist.on('buy', 'ticket')
    const away = typist.on('buy', 'ticket-2')
    typist.down('Ctrl B', { panel: 'ticket' })
    typist.down('Ctrl B', { panel: 'orders' })
    away()
    typist.down('Ctrl B', { panel: 'orders' })
    expect(typist.did).toEqual(['buy in ticket', 'buy in ticket-2', 'buy in ticket'])
  })

  it('that an open dialog lets through acts over it, and over no other one', () => {
    const typist = new Typist()
    typist.on('chip.2')
    const detail = { close: () => undefined, dialog: true, lets: ['chip.1', 'chip.2'] } as const
    typist.keys.layers.add(detail)
    typist.on('panel.next')
    expect([typist.down('Alt 2'), typist.down('F6')]).toEqual([true, false])
    typist.keys.layers.add({ close: () => undefined, dialog: true })
    expect(typist.down('Alt 2')).toBe(false)
    expect(typist.did).toEqual(['chip.2'])
  })

  it('is changed, kept, and acts by its new chord alone', () => {
    const typist = new Typist()
    typist.on('buy')
    expect(typist.keys.change('buy', 'Ctrl Alt B')).toBeUndefined()
    typist.down('Ctrl B')
    typist.down('Ctrl Alt B')
    expect(typist.did).toEqual(['buy'])
    expect(typist.kept).toEqual([{ version: 1, chords: { buy: 'Ctrl Alt B' } }])
  })

  it('keeps its chord where the wanted one clashes', () => {
    const typist = new Typist()
    expect(typist.keys.change('buy', 'Ctrl S')).toEqual({ kind: 'taken', by: 'sell' })
    expect([typist.keys.store.getState().chords.buy, typist.kept]).toEqual(['Ctrl B', []])
  })
})

describe('under a dialog', () => {
  it('only its own keys and the one that stops everything act', () => {
    const typist = new Typist()
    for (const name of ['buy', 'panel.next', 'confirm', 'language'] as const) typist.on(name)
    typist.keys.layers.add({ close: () => undefined, dialog: true })
    for (const chord of ['Ctrl B', 'F6', 'Ctrl Enter', 'Ctrl Shift L']) typist.down(chord)
    expect(typist.did).toEqual(['confirm', 'language'])
  })

  it('a key that confirms means nothing once it is closed', () => {
    const typist = new Typist()
    typist.on('confirm')
    typist.keys.layers.add({ close: () => undefined, dialog: true })()
    expect(typist.down('Ctrl Enter')).toBe(false)
    expect(typist.did).toEqual([])
  })
})
