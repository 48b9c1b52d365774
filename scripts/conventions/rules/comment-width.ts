import { forbid } from '../forbid.ts'

/** Where the formatter breaks code; it leaves comments as they are. */
export const COLUMNS = 100

/** These are for a tool, which reads them on one line. */
const SUPPRESSION = /\boxlint-disable|@ts-/

/** Comments end where code does, so that a page shows both whole. */
export const commentWidth = forbid({
  rule: 'comment-width',
  where: (path) => /^(src|workers|scripts|test\/(?!e2e\/))/.test(path),
  view: 'comments',
  patterns: [new RegExp(`^.{${COLUMNS},}\\S`, 'm')],
  unless: (comment) => SUPPRESSION.test(comment),
  mend: () => `break the comment before column ${COLUMNS + 1}`,
})
