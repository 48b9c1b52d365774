import { expect, it } from 'vitest'
import { shortName } from '../../../src/renderer/format/index.ts'

it('leaves out what stands in brackets behind a name, in either language', () => {
  const names = ['Copper (simulated)', '铜（模拟）', 'Copper', 'TSR 20 (INE) rubber', '']
  expect(names.map(shortName)).toEqual(['Copper', '铜', 'Copper', 'TSR 20 (INE) rubber', ''])
})
