import { describe, expect, it } from 'vitest'
import { openDisplay } from '../../../../src/main/app/terminal/index.ts'
import { Screen } from '../../../../src/main/app/terminal/screen.ts'
import { TickRate } from '../../../../src/main/app/terminal/tick-rate.ts'
import { viewFixture } from './view-fixture.ts'

function createOutput(isTTY = true) {
  const written: string[] = []
  return { isTTY, columns: 80, rows: 24, written, write: (text: string) => written.push(text) }
}

function createInput(isTTY = true) {
  const log: string[] = []
  let listener: ((bytes: Uint8Array) => void) | undefined
  return {
    isTTY,
    log,
    press: (text: string) => listener?.(new TextEncoder().encode(text)),
    setRawMode: (raw: boolean) => log.push(`raw ${raw}`),
    on: (_event: 'data', added: (bytes: Uint8Array) => void) => (listener = added),
    off: () => (listener = undefined),
    resume: () => log.push('resume'),
    pause: () => log.push('pause'),
  }
}

describe('the screen', () => {
  it('sends only the rows that changed', () => {
    const output = createOutput()
    const screen = new Screen(output)
    screen.enter()
    screen.show(['one', 'two', 'three'])
    screen.show(['one', 'TWO'])
    screen.show(['one', 'TWO'])
    expect(output.written.slice(2)).toEqual(['\x1b[2;1HTWO\x1b[K\x1b[3;1H\x1b[K'])
  })

  it('begins anew when the terminal has another size', () => {
    const output = createOutput()
    const screen = new Screen(output)
    screen.enter()
    screen.show(['one'])
    output.columns = 100
    screen.show(['one'])
    expect(output.written.slice(2)).toEqual(['\x1b[2J\x1b[1;1Hone\x1b[K'])
  })

  it('gives the terminal back once, and shows nothing afterwards', () => {
    const output = createOutput()
    const screen = new Screen(output)
    screen.enter()
    screen.leave()
    screen.leave()
    screen.show(['late'])
    expect(output.written).toEqual(['\x1b[?1049h\x1b[?25l\x1b[2J', '\x1b[0m\x1b[?25h\x1b[?1049l'])
  })
})

describe('the display', () => {
  const options = (output = createOutput(), input = createInput()) => {
    const pressed: string[] = []
    const display = openDisplay({
      output,
      input,
      colours: false,
      now: () => 0,
      ticks: () => 0,
      view: () => viewFixture(),
      pressed: (key) => pressed.push(key),
    })
    return { display, output, input, pressed }
  }

  it('shows the table at once, hears keys, and gives screen and keyboard back', () => {
    const { display, output, input, pressed } = options()
    for (const keys of ['x', 'q', 'U', 'h', 'f', 'a', '\x03']) input.press(keys)
    display.close()
    display.close()
    input.press('q')
    expect({
      first: output.written[1]?.slice(0, 22),
      last: output.written.at(-1),
      pressed,
      log: input.log,
    }).toEqual({
      first: '\x1b[2J\x1b[1;1H SIMULATED  ',
      last: '\x1b[0m\x1b[?25h\x1b[?1049l',
      pressed: ['quit', 'unlock', 'halt', 'flatten', 'accept', 'quit'],
      log: ['raw true', 'resume', 'raw false', 'pause'],
    })
  })

  it('writes no escape code, and leaves the keyboard alone, where the output is no terminal', () => {
    const { display, output, input } = options(createOutput(false))
    display.close()
    const written = output.written.join('')
    expect([written.includes('\x1b'), input.log]).toEqual([false, []])
  })

  it('tells the last messages at the end, once, however short the run was', () => {
    const { display, output } = options(createOutput(false))
    display.close()
    display.close()
    const { messages } = viewFixture()
    expect(output.written).toEqual(messages.toReversed().map(({ text }) => `${text}\n`))
  })
})

describe('ticks a second', () => {
  it('are those of the last second', () => {
    const rate = new TickRate()
    const samples = [0, 500, 1000, 1500, 2000].map((at, index) => rate.take(at, index * index * 10))
    expect(samples).toEqual([0, 20, 40, 80, 120])
  })
})
