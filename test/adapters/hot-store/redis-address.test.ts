import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRedisAddress } from '../../../src/adapters/hot-store/redis-address.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { refused } from '../../core/contracts/told.ts'

const PLAIN = {
  host: '127.0.0.1',
  port: 6379,
  isEncrypted: false,
  username: '',
  password: '',
  database: 0,
  shown: 'redis://127.0.0.1:6379',
}

describe('the address of a Redis', () => {
  it.each([
    ['redis://127.0.0.1', PLAIN],
    [
      'redis://127.0.0.1:6380/3',
      { ...PLAIN, port: 6380, database: 3, shown: 'redis://127.0.0.1:6380/3' },
    ],
    ['redis://:p%40ss@127.0.0.1', { ...PLAIN, password: 'p@ss' }],
    [
      'rediss://me:word@example.test/',
      {
        ...PLAIN,
        host: 'example.test',
        isEncrypted: true,
        username: 'me',
        password: 'word',
        shown: 'rediss://example.test:6379/',
      },
    ],
    ['redis://[::1]:7000', { ...PLAIN, host: '::1', port: 7000, shown: 'redis://[::1]:7000' }],
  ])('is read from %s', (url, address) => {
    expect(readRedisAddress(url)).toEqual(ok(address))
  })

  it.each([
    ['', 'not of the form'],
    ['127.0.0.1:6379', 'not of the form'],
    ['http://127.0.0.1:6379', 'not of the form'],
    ['redis:///0', 'not of the form'],
    ['redis://127.0.0.1:99999', 'not of the form'],
    ['redis://127.0.0.1/first', 'no database number'],
    ['redis://127.0.0.1/0?family=6', 'leave that out'],
    ['redis://:%zz@127.0.0.1', '%25'],
    ['redis://me:12/34@127.0.0.1', '%2F'],
  ])('is refused when it is %s', (url, words) => {
    expect(readRedisAddress(url)).toEqual(refused('store.config', words))
  })

  it('never shows a password, well-formed or not', () => {
    const secret = fc.stringMatching(/^S3cr[a-z@:/?#%[\]]{0,12}t$/)
    const form = fc.constantFrom(
      (password: string) => `redis://me:${password}@127.0.0.1:6379/0`,
      (password: string) => `redis://:${encodeURIComponent(password)}@127.0.0.1:6379/0`,
      (password: string) => `redis://me:${password}@127.0.0.1:6379/x`,
      (password: string) => `redis://${password}@127.0.0.1:6379/0`,
      (password: string) => `me:${password}@127.0.0.1`,
    )
    fc.assert(
      fc.property(form, secret, (write, password) => {
        const read = readRedisAddress(write(password))
        const said = read.ok ? read.value.shown : read.error.message
        expect(said).not.toMatch(/s3cr/i)
      }),
      { numRuns: 2000 },
    )
  })
})
