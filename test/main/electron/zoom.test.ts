import { describe, expect, it } from 'vitest'
import { zoomAfter } from '../../../src/main/electron/zoom.ts'

const pressed = (key: string, held: object = { control: true }) => ({
  type: 'keyDown',
  key,
  control: false,
  meta: false,
  alt: false,
  ...held,
})

describe('keys that zoom', () => {
  it('enlarge, lessen, and give the usual size again, with Ctrl or Command', () => {
    const keys = ['+', '=', '-', '_', '0']
    expect(keys.map((key) => zoomAfter(pressed(key), 1))).toEqual([1.5, 1.5, 0.5, 0.5, 0])
    expect(zoomAfter(pressed('+', { meta: true }), 1)).toBe(1.5)
  })

  it('go so far and no farther', () => {
    expect([zoomAfter(pressed('+'), 5), zoomAfter(pressed('-'), -3)]).toEqual([5, -3])
  })

  it('are no others: not without Ctrl, not with Alt, not when they are let go', () => {
    const others = [
      pressed('+', {}),
      pressed('+', { control: true, alt: true }),
      pressed('+', { control: true, meta: true }),
      pressed('+', { control: true, type: 'keyUp' }),
      pressed('1'),
    ]
    expect(others.map((key) => zoomAfter(key, 0))).toEqual(others.map(() => undefined))
  })
})
