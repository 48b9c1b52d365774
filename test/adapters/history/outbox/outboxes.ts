import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { OpenedOutbox, OutboxOptions } from '../../../../src/adapters/history/index.ts'
import { openOutbox } from '../../../../src/adapters/history/index.ts'
import type { FakeHistory } from './fake-history.ts'
import { createFakeHistory } from './fake-history.ts'
import { numbersOf } from './numbered.ts'

/** A folder that goes with the test that asked for it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'outbox')
}

export interface Opened extends OpenedOutbox {
  readonly history: FakeHistory
  /** Numbers of all rows that were stored, in order. */
  readonly stored: () => readonly number[]
}

/** An outbox that hurries, closed when the test ends. */
export function opened(
  folder: string,
  options: Partial<OutboxOptions> = {},
  history = createFakeHistory(),
): Opened {
  const result = openOutbox({ folder, history, flushMillis: 1, syncMillis: 1, ...options })
  if (!result.ok) throw new Error(result.error.message)
  onTestFinished(() => result.value.outbox.close())
  return { ...result.value, history, stored: () => numbersOf(history.batches.flat()) }
}

/** Until everything is stored or set aside. */
export const LONG = 20_000
