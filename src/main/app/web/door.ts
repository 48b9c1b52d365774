import { STYLE_PATH } from './door-style.ts'
import { CODE_LABEL, DOOR_WORDS } from './door-words.ts'
import type { DoorCode, DoorLanguage } from './door-words.ts'

/**
 * Why somebody is turned away, and what to do, for a person before a browser. Both languages are
 * always there, since a browser's language is not always its reader's. It is made of nothing but
 * fixed words and the code: whatever was asked for, none of it comes back.
 * @param accepted the header Accept-Language, which says which language comes first.
 */
export function doorPage(code: DoorCode, accepted: string | undefined): string {
  const [first, second] = languagesFor(accepted)
  return `<!doctype html>
<html lang="${first}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark light" />
    <link rel="stylesheet" href="${STYLE_PATH}" />
    <title>ghTrader · ${code}</title>
  </head>
  <body>
    <main>
${section(code, first, 'h1')}
${section(code, second, 'h2')}
    </main>
  </body>
</html>
`
}

/** Whether whoever asks shows pages, and not a program that reads an answer. */
export function showsPages(accept: string | undefined): boolean {
  return weightsOf(accept).some(({ name, weight }) => name === 'text/html' && weight > 0)
}

/** All languages of the door, the one that is liked best first; English where none is. */
export function languagesFor(
  accepted: string | undefined,
): readonly [first: DoorLanguage, second: DoorLanguage] {
  let best = { language: 'en', weight: 0 }
  for (const { name, weight } of weightsOf(accepted)) {
    const [language = ''] = name.split('-')
    if ((language === 'en' || language === 'zh') && weight > best.weight) {
      best = { language, weight }
    }
  }
  return best.language === 'zh' ? ['zh-CN', 'en'] : ['en', 'zh-CN']
}

function section(code: DoorCode, language: DoorLanguage, heading: 'h1' | 'h2'): string {
  const { happened, mend } = DOOR_WORDS[code][language]
  return `      <section lang="${language}">
        <${heading}>${happened}</${heading}>
        <p>${mend.replace('{l}', '<kbd>l</kbd>')}</p>
        <p>${CODE_LABEL[language]} <code>${code}</code></p>
      </section>`
}

interface Weighted {
  readonly name: string
  readonly weight: number
}

/** What a header of the Accept kind lists, in its order. */
function weightsOf(header: string | undefined): readonly Weighted[] {
  return (header ?? '').split(',').map((part) => {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase())
    const weight = parameters.find((each) => each.startsWith('q='))?.slice(2)
    return { name, weight: weight === undefined ? 1 : Number(weight) || 0 }
  })
}
