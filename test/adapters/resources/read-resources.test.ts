import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  parseCalendar,
  parseProducts,
  readCalendar,
  readProducts,
} from '../../../src/adapters/resources/index.ts'
import { shippedCalendar, shippedProducts } from './shipped.ts'

const facts = shippedProducts()
const { facts: days } = shippedCalendar()
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resources-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function refusal(result: ReturnType<typeof parseProducts> | ReturnType<typeof parseCalendar>) {
  return result.ok ? undefined : result.error
}

const [copper] = facts.products
const products = (changed: object): string | undefined =>
  refusal(parseProducts({ ...facts, products: [{ ...copper, ...changed }] }, 'p'))?.message
const calendar = (changed: object): string | undefined =>
  refusal(parseCalendar({ ...days, ...changed }, 'c'))?.message

describe('reading resources', () => {
  it('names a file that is missing, or is no JSON', () => {
    const missing = join(folder, 'missing.json')
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '{"format":1,')
    for (const read of [readProducts, readCalendar]) {
      expect(refusal(read(missing))?.code).toBe('config.file')
      expect(refusal(read(missing))?.message).toContain(`${missing} cannot be read (ENOENT`)
      expect(refusal(read(broken))?.code).toBe('config.file')
      expect(refusal(read(broken))?.message).toContain(`${broken} is no JSON`)
    }
  })

  it('accepts what the product ships', () => {
    expect(parseProducts(facts, 'p')).toEqual({ ok: true, value: facts })
    expect(parseCalendar(days, 'c').ok).toBe(true)
  })
})

describe('product facts that are wrong', () => {
  it('are refused with the member, its value and the way to mend it', () => {
    expect(refusal(parseProducts({ ...facts, format: 2 }, 'p.json'))).toEqual({
      code: 'product.incomplete',
      message:
        'p.json: the file.format must be one of 1, was 2; ' +
        'mend it, or make it again: npm run products',
    })
  })

  it.each([
    [{ code: 'c u' }, "products[0].code must be a product's code"],
    [{ exchange: 'SIM' }, 'products[0].exchange must be one of SHFE, INE'],
    [{ name: { en: 'Copper' } }, "products[0].name lacks 'zh'"],
    [{ colour: 'red' }, "products[0] has the unknown member 'colour'"],
    [{ lot: 5 }, 'products[0].lot must be a text, was 5'],
    [{ listed: 20_200_230 }, 'products[0].listed must be a day'],
    [{ tick: [{ units: 0.5, scale: 1, source: 'GK' }] }, 'tick[0].units must be a whole number'],
    [{ tick: [{ units: 1, scale: 1 }] }, "tick[0] lacks 'source'"],
    [{ tick: {} }, 'tick must be a list, was {}'],
    [{ multiplier: [{ value: 0, source: 'GK' }] }, 'multiplier[0].value must be above zero'],
    [{ margin: [{ ratio: 7, source: 'GK' }] }, 'margin[0].ratio must be above 0 and up to 1'],
    [{ fees: [{ open: [0], close: [0, 0], closeToday: [0, 0], source: 'GK' }] }, 'fees[0].open'],
    [{ fees: [{ open: [0, 0, 0], close: [0, 0], closeToday: [0, 0], source: 'GK' }] }, 'fees[0]'],
    [{ limits: [{ limit: 500, market: -1, source: 'GK' }] }, 'limits[0].market'],
    [{ expiry: [{ rule: 'never', source: 'GK' }] }, 'expiry[0].rule must be one of day-15'],
    [{ tick: [{ units: 1, scale: 1_000, source: 'GK' }] }, 'a tick of SHFE.cu is not whole fen'],
  ])('as in %j', (changed, wrong) => {
    expect(products(changed)).toContain(wrong)
  })

  it('as in a product that stands there twice', () => {
    const twice = { ...facts, products: [copper, copper] }
    expect(refusal(parseProducts(twice, 'p'))?.message).toContain('SHFE.cu stands there twice')
  })
})

describe('a calendar that is wrong', () => {
  it('is refused with the member, its value and the way to mend it', () => {
    expect(refusal(parseCalendar({ ...days, last: 20_261_232 }, 'c.json'))).toEqual({
      code: 'calendar.incomplete',
      message:
        'c.json: the file.last must be a day as the number yyyymmdd, was 20261232; ' +
        'mend it, or make it again: npm run calendar',
    })
  })

  it.each([
    [{ first: 20_270_101 }, 'first (20270101) lies after last (20261231)'],
    [{ last: 20_271_231 }, 'closedWeekdays lacks the year 2027'],
    [{ closedWeekdays: { ...days.closedWeekdays, 2026: '0101 0230' } }, "names '0230'"],
    [{ templates: { D: { day: [['09:00', '9:30']], night: [], source: '' } } }, 'day[0][1]'],
    [{ templates: { D: { day: [['10:00', '09:30']], night: [], source: '' } } }, 'not in order'],
    [{ auction: { ...days.auction, minutes: 0 } }, 'auction.minutes'],
    [{ night: { ...days.night, suspensions: [{}] } }, "suspensions[0] lacks 'from'"],
  ])('as in %j', (changed, wrong) => {
    expect(calendar(changed)).toContain(wrong)
  })
})
