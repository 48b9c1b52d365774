import { expect, it } from 'vitest'
import { sayingText } from '../../../../src/core/contracts/index.ts'
import type { CommandReply } from '../../../../src/core/contracts/window.ts'
import { keyboardOf } from '../../../../src/main/app/processes/keyboard.ts'
import type { Router } from '../../../../src/main/app/router/index.ts'
import { until } from '../../../until.ts'

function pressed(
  reply: Partial<CommandReply>,
  keys: readonly ('halt' | 'flatten' | 'unlock' | 'accept' | 'link' | 'quit')[],
) {
  const log: string[] = []
  const send = (name: string, request: unknown) => {
    log.push(`${name} ${JSON.stringify(request)}`)
    return Promise.resolve({ outcome: 'accepted', command: '', code: '', message: '', ...reply })
  }
  const router = { send } as Pick<Router, 'send'>
  const press = keyboardOf({
    router,
    person: 'ann',
    quit: () => void log.push('quit'),
    link: () => void log.push('link'),
    tell: (what) => void log.push(sayingText(what)),
  })
  for (const key of keys) press(key)
  return log
}

it('sends what a person wants by the keys, in the name of who sits there', () =>
  expect(pressed({}, ['halt', 'flatten', 'unlock', 'accept', 'link', 'quit'])).toEqual([
    'account.halt {"person":"ann","reason":""}',
    'account.flatten {"person":"ann"}',
    'account.unlock {"person":"ann"}',
    'account.accept {"person":"ann"}',
    'link',
    'quit',
  ]))

it('tells what did not work, and why', async () => {
  const refused = { outcome: 'refused', code: 'command.state', message: 'not in a replay' } as const
  const log = pressed(refused, ['halt'])
  await until(() => log.length === 2)
  expect(log[1]).toBe('halt: refused: not in a replay [command.state]')
})
