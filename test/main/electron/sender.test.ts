import { expect, it } from 'vitest'
import { checkSender, isOwnAddress } from '../../../src/main/electron/sender.ts'

type Sender = Parameters<typeof checkSender>[0]['senderFrame']

function asked(frame: object | null): boolean {
  try {
    checkSender({ senderFrame: frame as Sender })
    return true
  } catch {
    return false
  }
}

it('answers the main frame of the page itself', () => {
  const frames = [
    { url: 'app://workstation/', parent: null },
    { url: 'app://workstation/?panel=book', parent: null },
  ]
  expect(frames.map(asked)).toEqual([true, true])
})

it('answers nobody else: no frame in it, no other page, no frame that is gone', () => {
  const own = { url: 'app://workstation/', parent: null }
  const frames = [
    null,
    { url: 'app://workstation/', parent: own },
    { url: 'app://workstation.example.invalid/', parent: null },
    { url: 'https://workstation/', parent: null },
    { url: 'data:text/html,x', parent: null },
    { url: '', parent: null },
  ]
  expect(frames.map(asked)).toEqual(frames.map(() => false))
})

it('takes no other scheme, host or port for its own', () => {
  const addresses = [
    'app://elsewhere/',
    'app://workstation:1/',
    'appx://workstation/',
    'workstation',
  ]
  expect(addresses.map(isOwnAddress)).toEqual(addresses.map(() => false))
})
