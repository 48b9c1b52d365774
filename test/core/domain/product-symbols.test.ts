import { describe, expect, it } from 'vitest'
import type { Exchange, ProductFacts } from '../../../src/core/domain/index.ts'
import { symbolOf } from '../../../src/core/domain/index.ts'
import { shippedProducts } from '../../adapters/resources/shipped.ts'

const facts = shippedProducts()

function told(text: string, hint?: Exchange, from: ProductFacts = facts): string {
  const symbol = symbolOf(from, text, hint)
  return symbol.ok ? symbol.value : symbol.error.message
}

describe('symbolOf', () => {
  it('takes what says its exchange as it is', () => {
    expect(told('SHFE.cu2010')).toBe('SHFE.cu2010')
    expect(told('CZCE.SR101', 'CZCE')).toBe('CZCE.SR101')
    expect(told('DCE.l2602F')).toBe('DCE.l2602F')
    expect(told('SIM.cu')).toBe('SIM.cu')
  })

  it("finds the exchange of a bare code in the file's name, else in the products", () => {
    expect(told('cu2010', 'SHFE')).toBe('SHFE.cu2010')
    expect(told('cu2010')).toBe('SHFE.cu2010')
    expect(told('IF2009')).toBe('CFFEX.IF2009')
    expect(told('SR101')).toBe('CZCE.SR101')
    expect(told(' T2012 ')).toBe('CFFEX.T2012')
  })

  it('mends letters in the wrong case and the four digits that CZCE does not write', () => {
    expect(told('CU2010')).toBe('SHFE.cu2010')
    expect(told('if2009', 'CFFEX')).toBe('CFFEX.IF2009')
    expect(told('shfe.cu2010')).toBe('SHFE.cu2010')
    expect(told('SR2101')).toBe('CZCE.SR101')
  })

  it('prefers the exact case where another product differs in case alone', () => {
    const twins: ProductFacts = {
      ...facts,
      products: facts.products.flatMap((product) =>
        product.code === 'cu'
          ? [product, { ...product, code: 'CU', exchange: 'INE' as const }]
          : [product],
      ),
    }
    expect(told('cu2010', undefined, twins)).toBe('SHFE.cu2010')
    expect(told('CU2010', undefined, twins)).toBe('INE.CU2010')
    expect(told('Cu2010', undefined, twins)).toBe(
      "the symbol 'Cu2010' cannot be told: SHFE.cu, INE.CU all fit; write EXCHANGE.code",
    )
  })

  it('keeps a product that the facts do not have where its exchange is told', () => {
    expect(told('zz2010', 'SHFE')).toBe('SHFE.zz2010')
    expect(told('zz2010')).toBe(
      "the symbol 'zz2010' cannot be told: no product has the code zz; write EXCHANGE.code",
    )
  })

  it("refuses a clash between the column and the file's name", () => {
    expect(symbolOf(facts, 'SHFE.cu2010', 'INE')).toEqual({
      ok: false,
      error: {
        code: 'recording.symbol',
        message:
          "the symbol 'SHFE.cu2010' cannot be told: it says SHFE, the file's name says INE; " +
          'rename the file',
      },
    })
  })

  it('refuses options, indices and wrong months', () => {
    const foreign = 'it is no futures contract such as SHFE.cu2010'
    for (const text of ['cu2010C48000', 'SHFE.cu2013', 'KQ', '', 'm2101-C-3000']) {
      expect(told(text)).toBe(`the symbol '${text}' cannot be told: ${foreign}`)
    }
    expect(told('KQ.m@CFFEX.IF')).toContain('KQ is none of SHFE, INE')
    expect(told('cu101')).toContain('SHFE writes a contract with four digits')
  })
})
