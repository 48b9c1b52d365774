import { forbid } from '../forbid.ts'

/** Programs that people run in a terminal. */
const SPOKEN = /^(scripts\/|test\/bench\/|test\/simulation\/run\.ts$|src\/main\/headless\.ts$)/

/** Code says things through facts, results or a log port; only programs for a terminal print. */
export const quietCode = forbid({
  rule: 'quiet-code',
  where: (path) => !SPOKEN.test(path),
  view: 'code',
  patterns: [/(?<![.\w])console\.\w+/],
  mend: (match) =>
    `take out ${match}; return a value, publish a fact or take a function that writes`,
})
