import { forbid } from '../forbid.ts'

/** No check is switched off without two words of reason, behind two hyphens. */
export const suppressions = forbid({
  rule: 'suppressions',
  where: () => true,
  view: 'comments',
  patterns: [
    /@ts-(ignore|expect-error|nocheck)[^\n]*/,
    /(oxlint|eslint)-disable[^\n]*/,
    /prettier-ignore[^\n]*/,
  ],
  unless: (match) => !/^@ts-(ignore|nocheck)/.test(match) && /\s--\s+\w+\s+\w+/.test(match),
  mend: () => 'mend what the check found; where the check is wrong, give the reason behind " -- "',
})
