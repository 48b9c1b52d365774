import type { Question, QuestionOf } from '../../../core/history/index.ts'
import { ANSWER_COLUMNS } from '../../../core/history/index.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './statement.ts'
import { columnList, StatementParts } from './statement.ts'

/** Questions that one statement answers. */
export type PlainQuestion = Exclude<Question, { readonly kind: 'bars' | 'chart' }>

/**
 * The statement of a question, `limit` rows at most. Times are always bounded where the question
 * is, so that no store looks through parts of a table that cannot hold an answer.
 */
export function statementOf(question: PlainQuestion, dialect: Dialect, limit: number): Statement {
  const parts = new StatementParts(dialect)
  const columns = columnList(ANSWER_COLUMNS[question.kind], dialect)
  const select = (from: string, order: string): Statement =>
    parts.statement(`SELECT ${columns} ${from} ORDER BY ${order} LIMIT ${limit}`)
  if (question.kind !== 'tapes') parts.ofTape(question.tape)
  switch (question.kind) {
    case 'last-ticks': {
      parts.equals('symbol', question.symbol)
      const count = Math.min(question.count, limit)
      const newest = `${parts.from('market_ticks')} ORDER BY ${dialect.newestFirst} LIMIT ${count}`
      return select(`FROM (SELECT * ${newest})`, 'ts, feed_seq')
    }
    case 'ticks':
      parts.equals('symbol', question.symbol).between(question.from, question.to)
      return select(parts.from('market_ticks'), 'ts, feed_seq')
    case 'stored-bars':
      parts.equals('symbol', question.symbol).between(question.from, question.to)
      parts.where(`period = ${dialect.whole(parts.value(question.length / 1_000_000))}`)
      return select(parts.from('bars'), 'ts')
    case 'fills':
      parts.between(question.from, question.to)
      return select(parts.from('fills'), 'ts, order_id, fill_id')
    case 'positions': {
      const newest = `${parts.from('positions')} ${dialect.newestOf('owner, symbol', 'ts')}`
      return select(`FROM (SELECT * ${newest})`, 'owner, symbol')
    }
    case 'orders': {
      parts.between(question.from)
      const newest = `${parts.from('orders')} ${dialect.newestOf('order_id', 'event_no')}`
      return select(`FROM (SELECT * ${newest})`, 'order_id')
    }
    case 'order-events':
      parts.equals('order_id', question.orderId)
      return select(parts.from('orders'), 'ts, event_no')
    case 'latest': {
      parts.between(question.from, question.to)
      const newest = `${parts.from('market_ticks')} ${dialect.newestOf('symbol', 'feed_seq')}`
      return select(`FROM (SELECT * ${newest})`, 'symbol')
    }
    case 'account':
      parts.between(question.from, question.to)
      return select(parts.from('account_snapshots'), 'ts')
    case 'signals':
      parts.equals('owner', question.owner).between(question.from, question.to)
      return select(parts.from('signals'), 'ts, symbol, kind, epoch, event_no')
    case 'decisions':
      parts.equals('owner', question.owner).between(question.from, question.to)
      return select(parts.from('decisions'), 'ts, symbol, epoch, event_no')
    case 'acks':
      parts.between(question.from, question.to)
      return select(parts.from('acks'), 'ts, owner, command_id, verdict')
    case 'settlements':
      parts.between(question.from, question.to)
      return select(parts.from('settlements'), 'ts, owner, symbol')
    default:
      return counted(question, parts, dialect, limit)
  }
}

/** How many ticks there are of what. */
function counted(
  question: QuestionOf<'coverage'> | QuestionOf<'tapes'>,
  parts: StatementParts,
  dialect: Dialect,
  limit: number,
): Statement {
  parts.between(question.from, question.to)
  const by =
    question.kind === 'tapes' ? 'mode, profile, run_id, trading_day' : 'symbol, trading_day'
  const [first, final] = [dialect.micros('min(ts)'), dialect.micros('max(ts)')]
  return parts.statement(
    `SELECT ${by}, ${first}, ${final}, count(*) ${parts.from('market_ticks')} ` +
      `GROUP BY ${by} ORDER BY ${by} LIMIT ${limit}`,
  )
}
