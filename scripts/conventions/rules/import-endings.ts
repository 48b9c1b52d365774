import { importsOf } from '../imports.ts'
import type { Rule } from '../source.ts'
import { isCode } from '../source.ts'

/** A relative import names the very file, ending included: no tool has to guess. */
export const importEndings: Rule = (files) =>
  files
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter(
          ({ target, specifier }) =>
            target !== undefined && !/\.(ts|tsx|mts|mjs|js|json|css)$/.test(specifier),
        )
        .map(({ line, specifier }) => ({
          path: file.path,
          line,
          rule: 'import-endings',
          mend: `write the ending of '${specifier}', such as '${specifier}.ts' or '${specifier}/index.ts'`,
        })),
    )
