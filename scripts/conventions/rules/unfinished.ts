import { forbid } from '../forbid.ts'

/** Unfinished work is finished, or written down where work is planned; not left in a comment. */
export const unfinished = forbid({
  rule: 'unfinished',
  where: () => true,
  view: 'comments',
  patterns: [/\b(TODO|FIXME|XXX|HACK)\b/],
  mend: (match) => `finish what ${match} stands for, or take it out`,
})
