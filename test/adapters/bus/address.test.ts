import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endpointFailure } from '../../../src/adapters/bus/index.ts'
import { told } from '../../core/contracts/told.ts'

describe('an address', () => {
  it.each(['ipc:///run/station/gateway.facts', 'tcp://127.0.0.1:5555', 'tcp://feed-1.lan:1'])(
    'may be %s',
    (address) => expect(endpointFailure(address)).toBeUndefined(),
  )

  it.each([
    ['ipc://gateway.facts', 'the ipc path "gateway.facts" must be absolute'],
    ['ipc://', 'the ipc path "" must be absolute'],
    ['ipc://@hidden', 'the ipc path "@hidden" must be absolute'],
    ['ipc://*', 'the ipc path "*" must be absolute'],
    ['tcp://127.0.0.1', 'tcp://127.0.0.1 must name a host and a port of 1 to 65535'],
    ['tcp://127.0.0.1:0', 'must name a host and a port'],
    ['tcp://127.0.0.1:65536', 'must name a host and a port'],
    ['tcp://*:5555', 'must name a host and a port'],
    ['tcp://:5555', 'must name a host and a port'],
    ['tcp://127.0.0.1:*', 'must name a host and a port'],
    ['inproc://facts', 'inproc://facts is neither ipc://<path> nor tcp://<host>:<port>'],
    ['gateway', 'gateway is neither ipc://<path> nor tcp://<host>:<port>'],
    ['', ' is neither ipc://<path> nor tcp://<host>:<port>'],
  ])('may not be "%s"', (address, words) =>
    expect(endpointFailure(address)).toEqual(told('bus.address', words)),
  )

  it('has an ipc path of at most 89 bytes, however many letters they are', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'é', '行', '🏦', '/'), maxLength: 100 })
    fc.assert(
      fc.property(letters, (rest) => {
        const path = `/${rest}`
        const bytes = new TextEncoder().encode(path).length
        const words = [path, `has ${bytes} bytes`, 'at most 89 fit', 'runtime folder']
        expect(endpointFailure(`ipc://${path}`)).toEqual(
          bytes > 89 ? told('bus.address', ...words) : undefined,
        )
      }),
    )
  })
})
