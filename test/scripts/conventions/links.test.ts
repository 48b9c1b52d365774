import { describe, expect, it } from 'vitest'
import { anchorsOf, proseOf } from '../../../scripts/conventions/markdown.ts'
import { links } from '../../../scripts/conventions/rules/links.ts'

const PATHS = [
  'README.md',
  'docs/a-tick.md',
  'src/core/domain/quote.ts',
  'src/core/domain/order.ts',
  'workers/gateway/index.ts',
  'resources/models/sim-direction.onnx',
]

const TICK = { path: 'docs/a-tick.md', text: '# A tick\n\n## Quote → `Driver`, and on\n' }

/** What a file among others breaks, line and words. */
function broken(path: string, ...lines: readonly string[]): readonly string[] {
  const file = { path, text: lines.join('\n') }
  const others = path === TICK.path ? [] : [TICK]
  return links(PATHS)([file, ...others]).map(({ line, mend }) => `${line} ${mend.split(/[ ;]/)[0]}`)
}

describe('links of a document', () => {
  it('are refused when they lead to no file, no folder or no heading', () => {
    expect(
      broken(
        'README.md',
        '[there](docs/a-tick.md) [gone](docs/an-order.md)',
        '[no heading](docs/a-tick.md#orders)',
        '',
        '[reference]: docs/gone.md',
        '[above](../README.md)',
      ),
    ).toEqual(['1 docs/an-order.md', '2 docs/a-tick.md', '4 docs/gone.md', '5 ../README.md'])
  })

  it('pass to files, folders, headings and other sites, from where the document lies', () => {
    expect(
      broken(
        'docs/a-tick.md',
        '# Here',
        '[up](../README.md) [folder](../src/core/) [heading](#here) [page](a-tick.md#here)',
        '[site](https://example.org/none.md) `[code](none.md)`',
      ),
    ).toEqual([])
  })
})

describe('paths in backticks', () => {
  it('are refused in documents and comments when there is no such file', () => {
    expect([
      broken('README.md', 'see `src/core/domain/quotes.ts`, `quotes.ts` and `domain/bar.ts`'),
      broken('src/core/x.ts', "say('`none.ts`')", '/** As in `domain/none.ts`. */'),
      broken('README.md', '`npx vitest run src/none` and `workers/none/`'),
    ]).toEqual([
      ['1 src/core/domain/quotes.ts', '1 quotes.ts', '1 domain/bar.ts'],
      ['2 domain/none.ts'],
      ['1 src/none', '1 workers/none'],
    ])
  })

  it('pass whole, by their end, with a line, with placeholders, and when they are no paths', () => {
    expect(
      broken(
        'README.md',
        '`src/core/domain/quote.ts:12` `quote.ts` `domain/order.ts` `src/core/` `sim-direction.onnx`',
        '`src/**/*.ts` `docs/*.md` `domain/{quote,order}.ts` `workers/<name>`',
        '`yes/no` `Response.json` `../shared/data` `out/main/headless.js` `ghtrader.json` `a.b`',
        '```sh',
        'node `src/none.ts`',
        '```',
      ),
    ).toEqual([])
  })
})

describe('the prose of a document', () => {
  it('is all that stands outside fenced blocks, line for line', () => {
    expect(proseOf('a\n```ts\nb\n```\nc\n~~~\n```\n~~~\nd')).toBe('a\n\n\n\nc\n\n\n\nd')
  })

  it('has an anchor for each heading, told apart where two are equal', () => {
    const text = '# A tick’s way\n## `Driver` → gate, on\n```\n# no\n```\n## Same\n### Same\n'
    expect([...anchorsOf(text)]).toEqual(['a-ticks-way', 'driver--gate-on', 'same', 'same-1'])
  })
})
