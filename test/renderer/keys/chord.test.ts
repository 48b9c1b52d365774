import { describe, expect, it } from 'vitest'
import type { PressedKeys } from '../../../src/renderer/keys/chord.ts'
import { chordOf, readChord, shownChord, writes } from '../../../src/renderer/keys/chord.ts'
import { KEY_NAMES, keyEntry } from '../../../src/renderer/keys/key-table.ts'

function pressed(key: string, code: string, held = ''): PressedKeys {
  return {
    key,
    code,
    ctrlKey: held.includes('C'),
    altKey: held.includes('A'),
    shiftKey: held.includes('S'),
    metaKey: held.includes('M'),
  }
}

describe('a chord', () => {
  it('is written with its modifiers in one order', () => {
    expect(readChord('Shift Ctrl L')).toBe('Ctrl Shift L')
    expect(readChord('  F12 ')).toBe('F12')
  })

  it('is not read from what is no key, twice the same, or nothing', () => {
    const texts = ['', 'Ctrl', 'Ctrl Ctrl B', 'Super B', 'F25', 'b', 'Ctrl Moon', 'B Ctrl']
    expect(texts.map(readChord)).toEqual(texts.map(() => undefined))
  })

  it('of the table reads as it is written', () => {
    const chords = KEY_NAMES.map((name) => keyEntry(name).chord).filter((chord) => chord !== '')
    expect(chords.map(readChord)).toEqual(chords)
  })

  it('is what the letter says where the keyboard writes Latin letters', () => {
    expect(chordOf(pressed('b', 'KeyN', 'C'), false)).toBe('Ctrl B')
    expect(chordOf(pressed('B', 'KeyB', 'CS'), false)).toBe('Ctrl Shift B')
  })

  it('is what the place says under Chinese input, and for digits of any row', () => {
    expect(chordOf(pressed('Process', 'KeyP'), false)).toBe('P')
    expect(chordOf(pressed('&', 'Digit1', 'C'), false)).toBe('Ctrl 1')
    expect(chordOf(pressed('1', 'Numpad1', 'C'), false)).toBe('Ctrl 1')
  })

  it('takes a sign as it is written, wherever the keyboard has it', () => {
    expect(chordOf(pressed('/', 'Digit7', 'CS'), false)).toBe('Ctrl /')
    expect(chordOf(pressed('/', 'Slash', 'C'), false)).toBe('Ctrl /')
    expect(chordOf(pressed('[', 'BracketLeft'), false)).toBe('[')
  })

  it('on a Mac takes Command for Ctrl, Backspace for Delete, and Alt letters by their place', () => {
    expect(chordOf(pressed('b', 'KeyB', 'M'), true)).toBe('Ctrl B')
    expect(chordOf(pressed('Backspace', 'Backspace', 'C'), true)).toBe('Ctrl Delete')
    expect(chordOf(pressed('∑', 'KeyW', 'A'), true)).toBe('Alt W')
    expect(chordOf(pressed('b', 'KeyB', 'M'), false)).toBe('B')
  })

  it('is none while only modifiers are down', () => {
    expect(chordOf(pressed('Control', 'ControlLeft', 'C'), false)).toBeUndefined()
    expect(chordOf(pressed('Meta', 'MetaLeft', 'M'), true)).toBeUndefined()
  })

  it('writes unless Ctrl or Alt is in it', () => {
    expect(['P', 'Shift P', 'Space', '['].map(writes)).toEqual([true, true, true, true])
    expect(['Ctrl P', 'Alt 1', 'F6', 'Delete'].map(writes)).toEqual([false, false, false, false])
  })

  it('is shown as it stands on the keys', () => {
    expect(shownChord('Alt Left', false)).toBe('Alt ←')
    expect(shownChord('Ctrl Delete', false)).toBe('Ctrl Del')
    expect(shownChord('Ctrl Shift L', true)).toBe('⌘ ⇧ L')
  })
})
