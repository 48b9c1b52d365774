import { describe, expect, it } from 'vitest'
import { Typist } from './typist.ts'

describe('Escape', () => {
  it('twice within 400 ms cancels all, and not before the second', () => {
    const typist = new Typist()
    typist.on('cancel-all')
    typist.down('Escape')
    expect(typist.did).toEqual([])
    typist.time.pass(400)
    typist.down('Escape')
    expect(typist.did).toEqual(['cancel-all'])
  })

  it('too late begins to count anew', () => {
    const typist = new Typist()
    typist.on('cancel-all')
    typist.down('Escape')
    typist.time.pass(401)
    typist.down('Escape')
    expect(typist.did).toEqual([])
    typist.time.pass(300)
    typist.down('Escape')
    expect(typist.did).toEqual(['cancel-all'])
  })

  it('does not count where it closed something', () => {
    const typist = new Typist()
    typist.on('cancel-all')
    let away = (): void => undefined
    away = typist.keys.layers.add({ close: () => away(), dialog: true })
    typist.down('Escape')
    typist.down('Escape')
    expect(typist.did).toEqual([])
    typist.down('Escape')
    expect(typist.did).toEqual(['cancel-all'])
  })

  it('closes the newest of what is open first', () => {
    const typist = new Typist()
    const closed: string[] = []
    const open = (name: string): void => {
      const away = typist.keys.layers.add({
        dialog: false,
        close: () => {
          closed.push(name)
          away()
        },
      })
    }
    open('menu')
    open('submenu')
    typist.down('Escape')
    typist.down('Escape')
    expect(closed).toEqual(['submenu', 'menu'])
  })

  it('does not count with another key in between, nor when it repeats itself', () => {
    const typist = new Typist()
    typist.on('cancel-all')
    typist.down('Escape')
    typist.down('F7')
    typist.down('Escape')
    typist.down('Escape', { repeat: true })
    expect(typist.did).toEqual([])
  })

  it('in a text field is the field’s own; in the ticket it clears and counts', () => {
    const typist = new Typist()
    typist.on('close', 'ticket')
    typist.on('cancel-all')
    expect(typist.down('Escape', { field: 'text' })).toBe(false)
    typist.down('Escape', { field: 'own' })
    typist.down('Escape', { field: 'own' })
    expect(typist.did).toEqual(['close in ticket', 'close in ticket', 'cancel-all'])
  })
})

describe('a key to hold', () => {
  it('acts once after 800 ms, however long it is held', () => {
    const typist = new Typist()
    typist.on('flatten-all')
    typist.down('F12')
    typist.time.pass(799)
    expect(typist.did).toEqual([])
    typist.time.pass(1)
    typist.down('F12', { repeat: true })
    typist.time.pass(5000)
    expect(typist.did).toEqual(['flatten-all'])
  })

  it('tells while it is held, and does nothing when it is let go before', () => {
    const typist = new Typist()
    typist.on('flatten-all')
    typist.down('F12')
    expect(typist.keys.store.getState().holding).toBe('flatten-all')
    typist.time.pass(700)
    typist.keys.up()
    typist.time.pass(700)
    expect([typist.did, typist.keys.store.getState().holding]).toEqual([[], undefined])
  })

  it('acts again when it was let go and is held anew', () => {
    const typist = new Typist()
    typist.on('flatten-all')
    for (let time = 0; time < 2; time++) {
      typist.down('F12')
      typist.time.pass(800)
      typist.keys.up()
    }
    expect(typist.did).toEqual(['flatten-all', 'flatten-all'])
  })

  it('that flattens everything acts in dialogs and text fields', () => {
    const typist = new Typist()
    typist.on('flatten-all')
    typist.keys.layers.add({ close: () => undefined, dialog: true })
    typist.down('F12', { field: 'text' })
    typist.time.pass(800)
    expect(typist.did).toEqual(['flatten-all'])
  })

  it('does not begin with Command, whose keys a Mac does not tell as let go', () => {
    const typist = new Typist()
    typist.on('flatten-symbol')
    expect(typist.down('Ctrl Delete', { command: true })).toBe(true)
    typist.time.pass(2000)
    expect(typist.did).toEqual([])
  })
})
