import type { Lane } from './mailbox.ts'
import type { Turns } from './turns.ts'

type Kind = 'facts' | 'commands' | 'questions'

/** Somebody listens at an address. */
export interface Post {
  readonly address: string
  readonly kind: Kind
  readonly lines: Set<Line>
  /** What a line brings; false when there is no room. */
  readonly accept: (line: Line, frame: Uint8Array) => boolean
}

/** Somebody talks, or listens, to whoever has an address. */
export interface Line {
  readonly address: string
  readonly kind: Kind
  /** What of its own waits at the other side. */
  readonly lane: Lane
  /** The one it is connected to now. */
  post: Post | undefined
  /** What comes back along it. */
  readonly hear: (frame: Uint8Array) => void
  readonly turned: (connected: boolean) => void
}

/** Who listens where, and who is connected to whom. */
export interface Network {
  /** False when somebody has the address already. */
  bind(post: Post): boolean
  unbind(post: Post): void
  connect(line: Line): void
  disconnect(line: Line): void
}

/** Lines come up a turn after both sides are there, as connections do; they break at once. */
export function createNetwork(turns: Turns): Network {
  const posts = new Map<string, Post>()
  const lines = new Set<Line>()
  const attach = (line: Line): void => {
    const post = posts.get(line.address)
    if (post?.kind !== line.kind || line.post !== undefined || !lines.has(line)) return
    line.post = post
    post.lines.add(line)
    line.turned(true)
  }
  return {
    bind: (post) => {
      if (posts.has(post.address)) return false
      posts.set(post.address, post)
      turns.later(() => lines.forEach(attach))
      return true
    },
    unbind: (post) => {
      posts.delete(post.address)
      for (const line of post.lines) {
        line.post = undefined
        line.turned(false)
      }
      post.lines.clear()
    },
    connect: (line) => {
      lines.add(line)
      turns.later(() => attach(line))
    },
    disconnect: (line) => {
      lines.delete(line)
      line.post?.lines.delete(line)
      line.post = undefined
    },
  }
}
