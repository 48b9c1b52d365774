import { describe, expect, it } from 'vitest'
import { failure, sayingsText } from '../../../../src/core/contracts/index.ts'
import { failed } from '../../../../src/core/domain/index.ts'
import { MOST_QUESTIONS } from '../../../../src/main/app/windows/own-commands.ts'
import { attached, turn } from './attached-window.ts'
import { ACCEPTED, answerOf } from './host-fixture.ts'

const QUESTION = { question: { kind: 'positions' } }

describe('a window of main', () => {
  it('goes on where it had got to, and ends with its line', () => {
    const { sinces, gone, closed } = attached({ life: 3, position: 7 })
    gone()
    expect([sinces, closed()]).toEqual([[{ life: 3, position: 7 }], 1])
  })

  it('has workers do what is theirs, and is answered under its number', async () => {
    const { fixture, ask, replies } = attached()
    ask('account.halt', { person: 'me', reason: 'why' }, 4)
    await turn()
    expect(fixture.routed).toEqual([['account.halt', { person: 'me', reason: 'why' }]])
    expect(replies).toEqual([[4, ACCEPTED]])
  })

  it('is told main’s time', async () => {
    const { ask, replies } = attached()
    ask('clock.read', undefined)
    await turn()
    expect(replies).toEqual([[1, ACCEPTED]])
  })

  it('watches the instruments that it wants, and no others', async () => {
    const { ask, watched, codes } = attached()
    ask('quotes.watch', { instruments: [2, 5] })
    ask('quotes.watch', { instruments: [-1] })
    ask('quotes.watch', { instruments: Array.from({ length: 10_001 }, () => 1) })
    ask('quotes.watch', null)
    await turn()
    const shape = 'command.shape'
    expect([watched, codes()]).toEqual([[[2, 5]], ['accepted', shape, shape, shape]])
  })

  it('says whether anybody sees it', async () => {
    const { ask, seen, codes } = attached()
    ask('window.seen', { seen: false })
    ask('window.seen', { seen: 'no' })
    ask('window.seen', { seen: true })
    await turn()
    expect([seen, codes()]).toEqual([
      [false, true],
      ['accepted', 'command.shape', 'accepted'],
    ])
  })

  it('tells what it measures, in place of what it told before, until it is gone', async () => {
    const { fixture, ask, codes, gone } = attached()
    const other = attached(undefined, fixture)
    ask('window.tell', { name: 'desk', figures: { 'paint.p95_us': 7, 'tasks.long': 1 } })
    ask('window.tell', { name: 'desk', figures: { 'paint.p95_us': 8 } })
    other.ask('window.tell', { name: 'book 2', figures: { 'heap.mb': 9.5 } })
    await turn()
    expect(codes()).toEqual(['accepted', 'accepted'])
    expect([fixture.book.figures(), sayingsText(fixture.book.notes())]).toEqual([
      { 'window.1.paint.p95_us': 8, 'window.2.heap.mb': 9.5 },
      'windows: the desk (number 1); book 2 alone (number 2)',
    ])
    gone()
    ask('window.tell', { name: 'desk', figures: { late: 1 } })
    expect(fixture.book.figures()).toEqual({ 'window.2.heap.mb': 9.5 })
  })

  it.each([
    ['no figures', { name: 'desk' }],
    ['no name', { figures: {} }],
    ['a name with a line break', { name: 'a\nb', figures: {} }],
    ['a name that is too long', { name: 'a'.repeat(33), figures: {} }],
    ['a list of figures', { name: 'desk', figures: [1] }],
    ['a figure that is none', { name: 'desk', figures: { a: '1' } }],
    ['a figure without end', { name: 'desk', figures: { a: 'x' } }],
    ['a name that every object has', JSON.parse('{"name":"a","figures":{"__proto__":1}}')],
    ['a name of a figure in other letters', { name: 'desk', figures: { 'A b': 1 } }],
    ['a name of a figure that is too long', { name: 'desk', figures: { ['a'.repeat(41)]: 1 } }],
    [
      'more figures than a table holds',
      {
        name: 'desk',
        figures: Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`f${at}`, at])),
      },
    ],
    ['nothing', null],
    ['a text', 'desk'],
  ])('refuses to tell %s, and forgets nothing by it', async (_, body) => {
    const { fixture, ask, codes } = attached()
    ask('window.tell', { name: 'desk', figures: { before: 1 } })
    ask('window.tell', body)
    await turn()
    expect(codes()).toEqual(['accepted', 'command.shape'])
    expect(fixture.book.figures()).toEqual({ 'window.1.before': 1 })
  })

  it('takes an infinite figure for none', async () => {
    const { fixture, say, codes } = attached()
    say('{"request":1,"name":"window.tell","body":{"name":"desk","figures":{"a":1e999}}}')
    await turn()
    expect([codes(), fixture.book.figures()]).toEqual([['command.shape'], {}])
  })

  it('has a worker started again, and says why not', async () => {
    const { fixture, ask, replies } = attached()
    ask('worker.restart', { name: 'history', person: 'ann' })
    await turn()
    fixture.restart = () => failed(failure('command.state', 'not that one'))
    ask('worker.restart', { name: 'gateway', person: '' }, 2)
    await turn()
    expect(fixture.restarted).toEqual([
      ['history', 'ann'],
      ['gateway', ''],
    ])
    expect(replies).toEqual([
      [1, ACCEPTED],
      [2, { outcome: 'refused', command: '', code: 'command.state', message: 'not that one' }],
    ])
  })

  it.each([
    ['no name', { person: 'ann' }],
    ['no person', { name: 'history' }],
    ['a name without end', { name: 'x'.repeat(65), person: '' }],
    ['a person without end', { name: 'history', person: 'x'.repeat(65) }],
    ['a list', ['history', 'ann']],
    ['nothing', null],
  ])('starts nothing again for %s', async (_, body) => {
    const { fixture, ask, codes } = attached()
    ask('worker.restart', body)
    await turn()
    expect([fixture.restarted, codes()]).toEqual([[], ['command.shape']])
  })

  it('asks the history, at most so many questions at a time', async () => {
    const { fixture, ask, codes, answers } = attached()
    let answer = (): void => undefined
    const gate = new Promise<void>((resolve) => (answer = resolve))
    fixture.answer = async () => {
      await gate
      return answerOf({ columns: [], rows: [], capped: false })
    }
    for (let request = 0; request <= MOST_QUESTIONS; request++) {
      ask('history.ask', QUESTION, request)
    }
    await turn()
    expect([fixture.asked.length, codes()]).toEqual([MOST_QUESTIONS, ['command.state']])
    answer()
    await turn()
    ask('history.ask', QUESTION, 9)
    await turn()
    expect(answers).toEqual([0, 1, 2, 3, 9])
  })

  it('asks no more of the history while it does not read its answers', async () => {
    const { ask, codes, answers, stopReading } = attached()
    stopReading()
    for (let request = 0; request <= MOST_QUESTIONS; request++) {
      ask('history.ask', QUESTION, request)
      await turn()
    }
    expect([answers, codes()]).toEqual([[0, 1, 2, 3], ['command.state']])
  })

  it('is told why the history does not answer', async () => {
    const { fixture, ask, replies, answers } = attached()
    fixture.answer = () => Promise.resolve(failed(failure('store.slow', 'too slow')))
    ask('history.ask', QUESTION)
    ask('history.ask', null, 2)
    await turn()
    const refusal = { outcome: 'refused', command: '', code: 'store.slow', message: 'too slow' }
    expect(replies).toEqual([
      [1, refusal],
      [2, refusal],
    ])
    expect([fixture.asked, answers]).toEqual([[QUESTION.question, undefined], []])
  })
})
