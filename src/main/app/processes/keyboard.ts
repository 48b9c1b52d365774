import type { CommandReply } from '../../../core/contracts/window.ts'
import type { Router } from '../router/index.ts'
import type { Key } from '../terminal/index.ts'

/**
 * What a person at the terminal does to the account, by key. In replay hands do not trade, and
 * the router says so.
 *
 * @param tell what did not work.
 */
export function keyboardOf(
  router: Pick<Router, 'send'>,
  person: string,
  quit: () => void,
  tell: (text: string) => void,
): (key: Key) => void {
  return (key) => {
    if (key === 'quit') return quit()
    void pressed(router, person, key).then(({ outcome, code, message }) => {
      if (outcome !== 'accepted') tell(`${key}: ${outcome}: ${message} [${code}]`)
      return undefined
    })
  }
}

function pressed(
  router: Pick<Router, 'send'>,
  person: string,
  key: Exclude<Key, 'quit'>,
): Promise<CommandReply> {
  switch (key) {
    case 'halt':
      return router.send('account.halt', { person, reason: `${person} pressed the key` })
    case 'flatten':
      return router.send('account.flatten', { person })
    case 'unlock':
      return router.send('account.unlock', { person })
    case 'accept':
      return router.send('account.accept', { person })
  }
}
