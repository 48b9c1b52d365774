import type { HotPlace, HotReading } from '../../core/ports/index.ts'

/** The text that is kept for a value; undefined for what JSON has no text for, which is removed. */
export function textOf(value: unknown): string | undefined {
  return JSON.stringify(value)
}

/** Throws a SyntaxError for text that somebody else wrote and that is no JSON. */
export function valueOf(text: string): unknown {
  return JSON.parse(text) as unknown
}

/** What is told on the account's channel; the mode is ours to say, whatever the message has. */
export function channelText(
  { mode }: HotPlace,
  message: Readonly<Record<string, unknown>>,
): string {
  return JSON.stringify({ ...message, mode })
}

/** Readings in the order of their ids, the same on every store. */
export function orderById(readings: readonly HotReading[]): readonly HotReading[] {
  return [...readings].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
