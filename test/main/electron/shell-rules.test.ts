import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPanelId, sinceOf } from '../../../src/core/contracts/window-host.ts'
import { ownArguments } from '../../../src/main/electron/arguments.ts'
import { Crashes } from '../../../src/main/electron/crashes.ts'
import { titleOf } from '../../../src/main/electron/title.ts'

describe('a page that dies', () => {
  it('is shown anew twice, and not a third time within a minute', () => {
    const crashes = new Crashes()
    expect([0, 10_000, 20_000].map((at) => crashes.again(at))).toEqual([true, true, false])
  })

  it('is shown anew for ever where it dies seldom', () => {
    const crashes = new Crashes()
    const times = Array.from({ length: 20 }, (_, index) => index * 40_000)
    expect(times.map((at) => crashes.again(at))).toEqual(times.map(() => true))
  })
})

describe('the title of a window', () => {
  it('begins with the mode, once', () => {
    expect([
      titleOf('live', 'ghTrader'),
      titleOf('live', 'LIVE 实盘 · ghTrader'),
      titleOf('replay', 'LIVE · ghTrader'),
      titleOf('simulated', 'SIMPLE'),
      titleOf('simulated', 'a\nb'),
    ]).toEqual([
      'LIVE · ghTrader',
      'LIVE 实盘 · ghTrader',
      'REPLAY · LIVE · ghTrader',
      'SIM · SIMPLE',
      'SIM · a b',
    ])
  })
})

describe('the command line', () => {
  const program = resolve('program')

  it('is what follows the program, whatever stands before', () => {
    const argv = ['electron', '--inspect=0', '--no-sandbox', program, '--seed', '7']
    expect([
      ownArguments(argv, false, [program]),
      ownArguments(['ghtrader', '--seed', '7'], true, []),
      ownArguments(['electron', '--seed', '7'], false, [program]),
    ]).toEqual([['--seed', '7'], ['--seed', '7'], []])
  })

  it('keeps a path of a recording that has the program’s name', () => {
    const argv = ['electron', program, '--replay', program]
    expect(ownArguments(argv, false, [program])).toEqual(['--replay', program])
  })
})

describe('what a page may ask', () => {
  it('names panels by small letters, digits and dashes', () => {
    const ids = ['book', 'book-2', 'a', '', '-a', 'A', '../x', 'a/b', 'a'.repeat(65), 7, null]
    expect(ids.map(isPanelId)).toEqual(ids.map((_, index) => index < 3))
  })

  it('goes on from a whole life and position', () => {
    const places = [
      { life: 3, position: 70 },
      { life: 3, position: 70, more: 1 },
      { life: 3 },
      { life: -1, position: 0 },
      { life: 1.5, position: 0 },
      { life: '3', position: 0 },
      'x',
      null,
    ]
    const good = { life: 3, position: 70 }
    const wanted = places.map((_, index) => (index < 2 ? good : undefined))
    expect(places.map(sinceOf)).toEqual(wanted)
  })
})
