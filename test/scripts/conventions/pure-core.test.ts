import { expect, it } from 'vitest'
import { pureCore } from '../../../scripts/conventions/rules/pure-core.ts'

function broken(path: string, code: string): boolean {
  return pureCore([{ path, text: code }]).length > 0
}

it.each([
  'const at = Date.now()',
  'const day = new Date()',
  'const day = Date()',
  'const hour = day.getHours()',
  'const text = price.toLocaleString()',
  'const chance = Math.random()',
  'const began = performance.now()',
  'const id = crypto.randomUUID()',
  'setTimeout(run, 1)',
  'const stop = setInterval(run, 1)',
  'queueMicrotask(run)',
  'process.exit(1)',
  'const bytes = Buffer.from(text)',
  'globalThis.state = 1',
  'await fetch(address)',
  'console.error(text)',
  'const text = `${Date.now()}`',
])('refuses %s in the core', (code) => {
  expect(broken('src/core/engine/x.ts', code)).toBe(true)
})

it.each([
  'const effects = engine.process(fact)',
  'const day = new Date(at / 1000)',
  'const days = Date.UTC(2026, 0, 5)',
  '// never Date.now(): time is a fact',
  "throw new Error('process.exit() was called')",
  'const bytes = new ArrayBuffer(8)',
  'const performanceOf = (owner: Owner) => owner.profit',
])('lets %s be', (code) => {
  expect(broken('src/core/engine/x.ts', code)).toBe(false)
})

it('speaks of the core alone', () => {
  expect(broken('src/main/app/beat.ts', 'setInterval(beat, 250)')).toBe(false)
})
