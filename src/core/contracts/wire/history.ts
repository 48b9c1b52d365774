import type { Answer, Cell, Question } from '../../history/index.ts'
import { questionFault } from '../../history/index.ts'
import type { HistoryReply, HistoryQuestion } from '../history-messages.ts'
import type { Failure } from '../index.ts'
import { MODES } from '../index.ts'
import { bodies, body } from './body.ts'
import { choice, finite, flag, natural, number, optional, text } from './scalar.ts'
import type { Slot, Wire } from './shape.ts'
import { WrongShape } from './shape.ts'
import { isList, list, table, tuple } from './tuple.ts'

interface Asked {
  readonly kind: string
  readonly tape: Tape | undefined
  readonly fields: Readonly<Record<string, number | string>>
}

interface Tape {
  readonly mode: (typeof MODES)[number]
  readonly profile: string
  readonly runId: string
}

const fieldWire: Wire<number | string> = {
  about: 'a finite number, or a text',
  write: (value) => (typeof value === 'string' ? value : finite().write(value)),
  read: (slot) => (typeof slot === 'string' ? slot : finite().read(slot)),
}

const askedWire = tuple<Asked>({
  kind: text(),
  tape: optional(tuple<Tape>({ mode: choice(MODES), profile: text(), runId: text() })),
  fields: table(text(), fieldWire),
})

/** Any question, with the fields of its kind by name; it is checked whole when it is read. */
const questionWire: Wire<Question> = {
  about: askedWire.about,
  write: (question) => {
    const { kind, ...rest } = question
    const { tape, ...fields } = rest as typeof rest & { readonly tape?: Tape }
    const given = Object.entries(fields).filter(([, value]) => value !== undefined)
    return askedWire.write({ kind, tape, fields: Object.fromEntries(given) })
  },
  read: (slot) => {
    const { kind, tape, fields } = askedWire.read(slot)
    const question = { kind, ...(tape && { tape }), ...fields } as Question
    const fault = questionFault(question)
    if (fault !== undefined) throw new WrongShape(`sound (${fault})`, kind)
    return question
  },
}

const cellWire: Wire<Cell> = {
  about: 'a number, a text, nil, or a list of numbers',
  write: (cell) => {
    if (typeof cell === 'string') return cell
    return typeof cell === 'number'
      ? number().write(cell)
      : cell.map((each) => number().write(each))
  },
  read: (slot: Slot) => {
    if (typeof slot === 'string') return slot
    return isList(slot) ? slot.map((each) => number().read(each)) : number().read(slot)
  },
}

export const answerWire = tuple<Answer>({
  columns: list(text()),
  rows: list(list(cellWire)),
  capped: flag(),
})

type Of<Kind extends string> = Extract<HistoryQuestion | HistoryReply, { readonly kind: Kind }>

/** Numbers 208–223: what is asked of the history process, and what it answers. */
export const HISTORY = bodies<HistoryQuestion | HistoryReply>({
  question: body<Of<'question'>>('question', 208, { id: natural(), question: questionWire }),
  answer: body<Of<'answer'>>('answer', 209, { id: natural(), answer: answerWire }),
  'no-answer': body<Of<'no-answer'>>('no-answer', 210, {
    id: natural(),
    failure: tuple<Failure>({ code: text(), message: text() }),
  }),
})
