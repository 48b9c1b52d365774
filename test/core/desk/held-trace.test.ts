import { describe, expect, it } from 'vitest'
import { heldBeside, heldPlace } from '../../../src/core/desk/held-trace.ts'

const tracesOf = (...orders: readonly string[]) => orders.map((order) => ({ order }))
const THREE = tracesOf('a', 'b', 'c')

describe('the order whose latency is shown', () => {
  it('is the newest, until a person goes back', () => {
    expect(heldPlace(THREE, undefined)).toBe(2)
    expect(heldPlace([], undefined)).toBe(-1)
    expect(heldPlace([], 'a')).toBe(-1)
  })

  it('stays the one that a person went back to, while others come', () => {
    const held = heldBeside(THREE, undefined, -1)
    expect(held).toBe('b')
    expect(heldPlace([...THREE, ...tracesOf('d', 'e')], held)).toBe(1)
  })

  it('stops at the oldest, also where the one that was held is forgotten', () => {
    expect(heldBeside(THREE, 'a', -1)).toBe('a')
    expect(heldPlace(tracesOf('c', 'd'), 'a')).toBe(0)
  })

  it('is the newest again once a person went on to it', () => {
    expect(heldBeside(THREE, 'a', 1)).toBe('b')
    expect(heldBeside(THREE, 'b', 1)).toBeUndefined()
    expect(heldBeside(tracesOf('a'), undefined, -1)).toBeUndefined()
  })
})
