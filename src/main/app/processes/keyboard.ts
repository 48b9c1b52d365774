import type { Saying } from '../../../core/contracts/index.ts'
import { asSaid, saying, sayingOf } from '../../../core/contracts/index.ts'
import type { CommandReply } from '../../../core/contracts/window.ts'
import type { Router } from '../router/index.ts'
import type { Key } from '../terminal/index.ts'

/** What the keys of the terminal lead to. */
export interface Keys {
  readonly router: Pick<Router, 'send'>
  readonly person: string
  readonly quit: () => void
  /** Shows a fresh link to the page. */
  readonly link: () => void
  /** What did not work. */
  readonly tell: (what: Saying) => void
}

/**
 * What a person at the terminal does to the account, by key. In replay hands do not trade, and
 * the router says so.
 */
export function keyboardOf({ router, person, quit, link, tell }: Keys): (key: Key) => void {
  return (key) => {
    if (key === 'quit') return quit()
    if (key === 'link') return link()
    void pressed(router, person, key).then(({ outcome, code, message }) => {
      if (outcome === 'accepted') return undefined
      const why = code === '' ? asSaid(message) : sayingOf({ code, message })
      tell(saying(`key.${outcome}`, { key, failure: why }))
      return undefined
    })
  }
}

function pressed(
  router: Pick<Router, 'send'>,
  person: string,
  key: Exclude<Key, 'quit' | 'link'>,
): Promise<CommandReply> {
  switch (key) {
    case 'halt':
      return router.send('account.halt', { person, reason: '' })
    case 'flatten':
      return router.send('account.flatten', { person })
    case 'unlock':
      return router.send('account.unlock', { person })
    case 'accept':
      return router.send('account.accept', { person })
  }
}
