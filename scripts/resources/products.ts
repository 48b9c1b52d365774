import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeProducts } from './make-products.ts'
import type { RawProducts } from './raw-products.ts'
import { ROOT, readSource } from './source-folder.ts'
import { PRODUCTS_UNFOLDED, writeLines } from './write-lines.ts'

const facts = makeProducts(readSource('products/products.json') as RawProducts)
writeFileSync(join(ROOT, 'resources/products.json'), writeLines(facts, PRODUCTS_UNFOLDED))

const list = (missing: 'fees' | 'margin' | 'limits' | 'expiry'): string =>
  facts.products
    .filter((product) => product[missing].length === 0)
    .map(({ code }) => code)
    .join(' ')

console.log(`resources/products.json: ${facts.products.length} products`)
console.log(`general figures stand in for fees of: ${list('fees')}`)
console.log(`… for margins of: ${list('margin')}`)
console.log(`… for order limits of: ${list('limits')}`)
console.log(`no last trading day is known for: ${list('expiry')}`)
