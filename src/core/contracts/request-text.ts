import type { WindowRequest } from './window.ts'

/**
 * A request as the text that goes to main: JSON, with every figure that a number can be. Infinity,
 * as of a replay's speed, is written `1e999`, and NaN, as the limit of an order at the market,
 * `null`, which stands for nothing else in a request.
 */
export function requestText(request: WindowRequest): string {
  return written(request) ?? 'null'
}

/** For who parses the text: `JSON.parse(text, figureRead)` gives the request as it was. */
export function figureRead(_: string, value: unknown): unknown {
  return value === null ? NaN : value
}

/** @returns undefined for what JSON leaves out. */
function written(value: unknown): string | undefined {
  if (typeof value === 'number') return figureText(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((each) => written(each) ?? 'null').join(',')}]`
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const text = written(field)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${fields.join(',')}}`
}

function figureText(figure: number): string {
  if (Number.isNaN(figure)) return 'null'
  if (!Number.isFinite(figure)) return figure > 0 ? '1e999' : '-1e999'
  return Object.is(figure, -0) ? '-0' : String(figure)
}
