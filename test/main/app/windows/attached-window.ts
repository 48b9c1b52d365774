import type { Since } from '../../../../src/core/contracts/window-frame.ts'
import type { CommandReply } from '../../../../src/core/contracts/window.ts'
import type { WindowLineListener } from '../../../../src/main/app/windows/index.ts'
import { attachWindow } from '../../../../src/main/app/windows/index.ts'
import { HostFixture } from './host-fixture.ts'

/** A window whose line and whose feed are the test's. @param before whose host it shares. */
export function attached(since?: Since, before?: HostFixture) {
  const replies: [number, CommandReply][] = []
  const answers: number[] = []
  const unsent: (() => void)[] = []
  let reads = true
  const watched: (readonly number[])[] = []
  const seen: boolean[] = []
  const sinces: (Since | undefined)[] = []
  const cut: [number, string][] = []
  let closed = 0
  const feed: HostFixture['host']['feed'] = {
    open: (_, from) => {
      sinces.push(from)
      return {
        watch: (instruments) => void watched.push(instruments),
        see: (on) => void seen.push(on),
        reply: (request, reply) => void replies.push([request, reply]),
        answer: (request, _answer, sent) => {
          answers.push(request)
          unsent.push(sent)
          if (reads) for (const each of unsent.splice(0)) each()
        },
        close: () => void closed++,
      }
    },
  }
  const fixture = before ?? new HostFixture(feed)
  let listener: WindowLineListener | undefined
  const line = {
    send: () => undefined,
    writable: () => reads,
    close: (code: number, reason: string) => void cut.push([code, reason]),
    listen: (next: WindowLineListener) => {
      listener = next
    },
  }
  attachWindow(line, since, { ...fixture.host, feed })
  const say = (text: string | undefined): void => listener!.request(text)
  const ask = (name: string, body: unknown, request = 1): void =>
    say(JSON.stringify({ request, name, body }))
  const codes = () => replies.map(([, { code, outcome }]) => code || outcome)
  const gone = (): void => listener!.closed()
  const count = () => closed
  const stopReading = (): void => void (reads = false)
  return {
    fixture,
    replies,
    answers,
    watched,
    seen,
    sinces,
    cut,
    say,
    ask,
    codes,
    gone,
    closed: count,
    stopReading,
  }
}

export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
