import { expect, it } from 'vitest'
import { mayShowOutside } from '../../../src/main/electron/outside-pages.ts'

it('lets the maker of the chart be shown in the system’s browser', () => {
  expect(mayShowOutside('https://www.tradingview.com/lightweight-charts/')).toBe(true)
})

it.each([
  'http://www.tradingview.com/',
  'https://tradingview.com.example.invalid/',
  'https://www.tradingview.com:8443/',
  'https://user@www.tradingview.com/',
  'https://www.tradingview.com@example.invalid/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'no address',
  '',
])('does not let %s', (address) => {
  expect(mayShowOutside(address)).toBe(false)
})
