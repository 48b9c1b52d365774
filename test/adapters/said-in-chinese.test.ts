import { describe, expect, it } from 'vitest'
import { endpointFailure } from '../../src/adapters/bus/address.ts'
import { keysOf } from '../../src/adapters/bus/zeromq/keys.ts'
import { readSettings } from '../../src/adapters/history/questdb/settings.ts'
import { readRedisAddress } from '../../src/adapters/hot-store/redis-address.ts'
import { diskFailure } from '../../src/adapters/journal/failures.ts'
import { metadataFailure } from '../../src/adapters/model/metadata.ts'
import { parseManifest } from '../../src/adapters/model/manifest.ts'
import { parseCalendar, parseProducts } from '../../src/adapters/resources/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { detailWords, translator } from '../../src/renderer/words/index.ts'
import { shippedCalendar, shippedProducts } from './resources/shipped.ts'

const zh = translator('zh')
const products = shippedProducts()
const { facts: days } = shippedCalendar()

const refused = (result: Result<unknown, Failure>): Failure | undefined =>
  result.ok ? undefined : result.error
const calendar = (changed: object) => refused(parseCalendar({ ...days, ...changed }, 'c'))
const product = (changed: object) =>
  refused(parseProducts({ ...products, products: [{ ...products.products[0], ...changed }] }, 'p'))
const disk = (code: string) =>
  diskFailure('journal.write', 'written', 'a', Object.assign(new Error('no'), { code }))
const network = (shape: readonly number[], type = 'float32') => {
  const one = [{ name: 'x', isTensor: true, type, shape }]
  return metadataFailure(
    { inputMetadata: one, outputMetadata: one } as never,
    { path: 'm', manifest: { input: { name: 'x', shape: [1, 3] } } } as never,
  )
}

/** Words of English sentences: what a file, a command or an address names is none of them. */
const ENGLISH = /\b(?:must|was|lacks|cannot|the|and|or|make|mend|has|have|is|are|give|free|of)\b/i

describe('what this program itself says is Chinese in a Chinese window', () => {
  it.each<[string, Failure | undefined]>([
    ['a calendar of another shape', calendar({ first: 'soon' })],
    ['a calendar with too much', calendar({ more: 1 })],
    ['a calendar that ends before it begins', calendar({ first: 20_991_231 })],
    ['a calendar without a year', calendar({ closedWeekdays: {} })],
    ['a product without a name', product({ name: {} })],
    ['a product of no exchange', product({ exchange: 'NONE' })],
    ['a product with nothing to trade by', product({ tick: [{}] })],
    ['a manifest that is none', refused(parseManifest([], 'm', ['down', 'up']))],
    ['a manifest of another format', refused(parseManifest({}, 'm', ['down', 'up']))],
    ['a network of another width', network([1, 4])],
    ['a network of other numbers', network([1, 3], 'int64')],
    ['an address of no kind', endpointFailure('udp://x')],
    ['an address without a port', endpointFailure('tcp://x')],
    ['an address that is not absolute', endpointFailure('ipc://x')],
    ['an endpoint without keys', refused(keysOf({ address: 'tcp://h:1' }, 'binder'))],
    ['a QuestDB that is no address', refused(readSettings({ questdb: 'x' }))],
    [
      'a QuestDB whose questions go nowhere',
      refused(readSettings({ questdb: 'http::addr=h:1;', questdbPg: 'x' })),
    ],
    ['a Redis that is no address', refused(readRedisAddress('x'))],
    ['a Redis with too much', refused(readRedisAddress('redis://h/0?x=1'))],
    ['a disk that is full', disk('ENOSPC')],
    ['a disk whose quota is used up', disk('EDQUOT')],
    ['a disk that fails', disk('EIO')],
    ['a disk that is not written to', disk('EROFS')],
    ['a disk that is not one’s own', disk('EACCES')],
    ['a disk that allows nothing', disk('EPERM')],
    ['too many open files', disk('EMFILE')],
    ['a path through a file', disk('ENOTDIR')],
  ])('%s', (_, failure) => {
    const words = failure === undefined ? undefined : detailWords(failure, zh)
    expect(words).toMatch(/\p{Script=Han}/u)
    expect(words).not.toMatch(ENGLISH)
  })
})
