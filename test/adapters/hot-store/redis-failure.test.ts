import { describe, expect, it } from 'vitest'
import { redisFailure } from '../../../src/adapters/hot-store/redis-failure.ts'

const SERVER = { shown: 'redis://example.test:6379', password: 'canary' }

function said(name: string, message: string, code = ''): string {
  const error = Object.assign(new Error(message), { name }, code === '' ? {} : { code })
  const failure = redisFailure(error, SERVER)
  return `${failure.code}: ${failure.message.replace(/^Redis at redis:\/\/example\.test:6379 /, '')}`
}

describe('a failure of Redis', () => {
  it.each([
    [
      ['Error', 'getaddrinfo ENOTFOUND example.test', 'ENOTFOUND'],
      'store.unreachable: cannot be reached (ENOTFOUND, there is no host of that name). Start it, or correct its address; it is tried again by itself',
    ],
    // Several addresses of one host failed: such an error has no message of its own.
    [
      ['AggregateError', '', 'ECONNREFUSED'],
      'store.unreachable: cannot be reached (ECONNREFUSED, nobody listens there). Start it, or correct its address; it is tried again by itself',
    ],
    [
      ['Error', '', ''],
      'store.unreachable: cannot be reached (the connection was closed). Start it, or correct its address; it is tried again by itself',
    ],
    [
      ['Error', 'connect ETIMEDOUT', 'ETIMEDOUT'],
      'store.slow: does not answer in time. See whether it hangs; it is tried again by itself',
    ],
    [
      ['ReplyError', 'MISCONF Errors writing to disk'],
      'store.refused: refused (MISCONF Errors writing to disk). It cannot save to its disk: free some space there',
    ],
    [
      ['ReplyError', 'ERR something new with canary in it'],
      'store.refused: refused (ERR something new with … in it). Mend that there',
    ],
  ])('says what happened and how to mend it: %j', (error, words) => {
    const [name = '', message = '', code] = error
    expect(said(name, message, code)).toBe(words)
  })
})
