import type { WindowCommandName, WindowCommands } from '../contracts/window.ts'

type Body<Name extends WindowCommandName> = WindowCommands[Name]['request']

/** What a wish is about, for whoever must not send the same one twice. */
export interface CommandSubject {
  /** Wishes of one subject overtake each other: pause, start, pause are three. */
  readonly subject: string
  /** Whether the same one again means another: two orders of equal terms are two orders. */
  readonly adds: boolean
}

/** What a command is about. */
export function subjectOf<Name extends WindowCommandName>(
  name: Name,
  body: Body<Name>,
): CommandSubject {
  const about = (subject: string): CommandSubject => ({ subject, adds: false })
  switch (name) {
    case 'order.submit':
      // What was placed since the last word to cancel all is to be cancelled by the next one.
      return { subject: 'orders', adds: true }
    case 'orders.cancel':
      return about('orders')
    case 'order.amend':
    case 'order.cancel':
      return about(`order ${(body as Body<'order.cancel'>).order}`)
    case 'strategy.set':
    case 'strategy.pause':
    case 'strategy.resume':
      return about(`strategy ${(body as Body<'strategy.pause'>).owner}`)
    case 'worker.restart':
      return about(`worker ${(body as Body<'worker.restart'>).name}`)
    case 'account.flatten':
    case 'account.halt':
    case 'account.unlock':
    case 'account.arm':
    case 'account.accept':
    case 'account.reset':
    case 'limits.set':
      return about('account')
    default:
      return about(name)
  }
}
