import type { Key, KeyInput } from './keys.ts'
import { listenForKeys } from './keys.ts'
import { render } from './render.ts'
import type { TerminalOutput } from './screen.ts'
import { Screen } from './screen.ts'
import { statusLine } from './status-line.ts'
import { TickRate } from './tick-rate.ts'
import type { TerminalView } from './view.ts'

const FRAME = 100
const STATUS = 1000

export interface DisplayOptions {
  readonly output: TerminalOutput & { readonly isTTY?: boolean }
  readonly input: KeyInput & { readonly isTTY?: boolean }
  /** Whether colours are wanted: not where NO_COLOR is set. */
  readonly colours: boolean
  /** Wall milliseconds. */
  readonly now: () => number
  /** Ticks so far. */
  readonly ticks: () => number
  /** The run at this moment, given its ticks a second. */
  readonly view: (ticksPerSecond: number) => TerminalView
  readonly pressed: (key: Key) => void
}

/** What a person sees while a run goes on. */
export interface Display {
  /** Ends it and gives the terminal back; may be called twice. */
  readonly close: () => void
}

/** A live table in a terminal; one line a second where the output goes elsewhere. */
export function openDisplay(options: DisplayOptions): Display {
  return options.output.isTTY === true ? openTable(options) : openStatusLines(options)
}

function openTable(options: DisplayOptions): Display {
  const { output, input, colours, view, ticks, now } = options
  const screen = new Screen(output)
  const rate = new TickRate()
  const frame = (): void => {
    const shown = view(rate.take(now(), ticks()))
    screen.show(render(shown, screen.width, screen.height, colours))
  }
  screen.enter()
  const forget = input.isTTY === true ? listenForKeys(input, options.pressed) : () => undefined
  const timer = setInterval(frame, FRAME)
  frame()
  let open = true
  return {
    close: () => {
      if (!open) return
      open = false
      clearInterval(timer)
      forget()
      screen.leave()
    },
  }
}

/** Messages as they come, the last ones at the end, and the state of things once a second. */
function openStatusLines({ output, view, ticks, now }: DisplayOptions): Display {
  const rate = new TickRate()
  let told = 0
  const tellMessages = ({ messages }: TerminalView): void => {
    const fresh = messages.filter(({ number }) => number > told)
    told = messages[0]?.number ?? told
    for (const { text } of fresh.toReversed()) output.write(`${text}\n`)
  }
  const tell = (): void => {
    const shown = view(rate.take(now(), ticks()))
    tellMessages(shown)
    output.write(`${statusLine(shown)}\n`)
  }
  rate.take(now(), 0)
  // Somebody may wait for a message, as for the link of the page.
  const look = (): void => tellMessages(view(0))
  const timers = [setInterval(look, FRAME), setInterval(tell, STATUS)]
  look()
  let open = true
  return {
    close: () => {
      if (!open) return
      open = false
      for (const timer of timers) clearInterval(timer)
      look()
    },
  }
}
