import type { AnswerColumns, Tape } from '../../../core/history/index.ts'
import type { Dialect } from './dialect.ts'

/** One question to an engine: text with `$1, $2 …`, and what stands for them. */
export interface Statement {
  readonly text: string
  readonly values: readonly (string | number)[]
}

/** Parts of a statement about one table of one tape; parameters are numbered as they come. */
export class StatementParts {
  readonly values: (string | number)[] = []
  readonly #dialect: Dialect
  readonly #conditions: string[] = []

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  /** The place of a value in the text. */
  value(value: string | number): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  equals(column: string, value: string): this {
    this.#conditions.push(`${column} = ${this.value(value)}`)
    return this
  }

  ofTape({ mode, profile, runId }: Tape): this {
    return this.equals('mode', mode).equals('profile', profile).equals('run_id', runId)
  }

  /** From a moment on, and before another where one is given. */
  between(from: number, to?: number): this {
    this.#conditions.push(`ts >= ${this.#dialect.moment(this.value(from))}`)
    if (to !== undefined) this.#conditions.push(`ts < ${this.#dialect.moment(this.value(to))}`)
    return this
  }

  where(condition: string): this {
    this.#conditions.push(condition)
    return this
  }

  /** `FROM … WHERE …` with all conditions so far. */
  from(table: string): string {
    return `FROM ${table} WHERE ${this.#conditions.join(' AND ')}`
  }

  statement(text: string): Statement {
    return { text, values: this.values }
  }
}

/** Columns as an answer wants them: moments as numbers. */
export function columnList(columns: AnswerColumns, dialect: Dialect): string {
  return Object.entries(columns)
    .map(([name, kind]) => (kind === 'time' ? dialect.micros(name) : name))
    .join(', ')
}
