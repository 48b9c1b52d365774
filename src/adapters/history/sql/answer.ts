import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { ok } from '../../../core/domain/index.ts'
import type { Answer, Cell, Question, QuestionOf } from '../../../core/history/index.ts'
import { ANSWER_COLUMNS, barsOf, USUAL_ROWS } from '../../../core/history/index.ts'
import { cellsOfRow, numberOf } from './cells.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './statement.ts'
import { statementOf } from './statements.ts'
import {
  chartStatement,
  chartStretch,
  groupsStatement,
  tickGroup,
  totalsBefore,
  totalsStatement,
} from './stretches.ts'

/** Has an engine carry a statement out; rows as the engine hands them over. */
export type Run = (
  statement: Statement,
) => Promise<Result<readonly (readonly unknown[])[], Failure>>

/** Answers a sound question by one statement or two, the same way on every engine. */
export async function answerQuestion(
  question: Question,
  dialect: Dialect,
  run: Run,
): Promise<Result<Answer, Failure>> {
  const limit = question.rows ?? USUAL_ROWS
  if (question.kind === 'bars') return bars(question, dialect, limit, run)
  const statement =
    question.kind === 'chart'
      ? chartStatement(question, dialect, limit + 1)
      : statementOf(question, dialect, limit + 1)
  const found = await run(statement)
  if (!found.ok) return found
  const kept = found.value.slice(0, limit)
  const rows =
    question.kind === 'chart'
      ? kept.map((row) => chartRow(question, row))
      : kept.map((row) => cellsOfRow(ANSWER_COLUMNS[question.kind], row))
  return ok(answer(question, rows, found.value.length > limit))
}

/** A bar that the limit may have cut in two is left out as well. */
async function bars(
  question: QuestionOf<'bars'>,
  dialect: Dialect,
  limit: number,
  run: Run,
): Promise<Result<Answer, Failure>> {
  const found = await run(groupsStatement(question, dialect, limit + 1))
  if (!found.ok) return found
  const groups = found.value.map((row) => tickGroup(question.length, row.map(numberOf)))
  if (groups.length === 0) return ok(answer(question, [], false))
  const before = await run(totalsStatement(question, dialect))
  if (!before.ok) return before
  const capped = groups.length > limit
  const whole = capped ? groups.filter(({ ts }) => ts !== groups.at(-1)?.ts) : groups
  const totals = totalsBefore(before.value[0]?.map(numberOf))
  return ok(answer(question, barsOf(whole, totals), capped))
}

function chartRow(question: QuestionOf<'chart'>, row: readonly unknown[]): readonly Cell[] {
  const [stretch, ...prices] = row.map(numberOf)
  return [question.from + stretch! * chartStretch(question), ...prices]
}

function answer({ kind }: Question, rows: readonly (readonly Cell[])[], capped: boolean): Answer {
  return { columns: Object.keys(ANSWER_COLUMNS[kind]), rows, capped }
}
