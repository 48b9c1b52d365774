import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Mailbox } from './mailbox.ts'
import { createMailbox } from './mailbox.ts'
import type { Line, Network, Post } from './network.ts'
import type { Turns } from './turns.ts'

/** What one process has on a network in memory. */
export interface Process {
  readonly open: boolean
  newBox<Told extends unknown[]>(): Mailbox<Told>
  bind<End>(post: Post, end: End): Result<End, Failure>
  connect<End>(line: Line, end: End): Result<End, Failure>
  /** Takes a line away again, and what came along it. */
  drop(line: Line, box: Closable): void
  stall(stalled: boolean): void
  close(): void
}

type Closable = Pick<Mailbox<never>, 'stall' | 'close'>

export function createProcess(network: Network, turns: Turns): Process {
  const boxes = new Set<Closable>()
  const posts = new Set<Post>()
  const lines = new Set<Line>()
  let open = true
  let stalled = false
  const drop = (line: Line, box: Closable): void => {
    network.disconnect(line)
    lines.delete(line)
    box.close()
    boxes.delete(box)
  }
  return {
    get open() {
      return open
    },
    newBox: <Told extends unknown[]>() => {
      const box = createMailbox<Told>(turns)
      box.stall(stalled)
      boxes.add(box)
      return box
    },
    bind: (post, end) => {
      if (!open) return failed(explained('bus.lost/closed', { address: post.address }))
      if (!network.bind(post)) {
        return failed(explained('bus.taken/bus', { address: post.address }))
      }
      posts.add(post)
      return ok(end)
    },
    connect: (line, end) => {
      if (!open) return failed(explained('bus.lost/closed', { address: line.address }))
      network.connect(line)
      lines.add(line)
      return ok(end)
    },
    drop,
    stall: (now) => {
      stalled = now
      for (const box of boxes) box.stall(now)
    },
    close: () => {
      open = false
      for (const box of boxes) box.close()
      for (const line of lines) network.disconnect(line)
      for (const post of posts) network.unbind(post)
      posts.clear()
    },
  }
}
