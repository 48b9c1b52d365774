import { forbid } from '../forbid.ts'

/**
 * The core has no clock, randomness, timer, console or machine: time and chance come in as facts.
 */
export const pureCore = forbid({
  rule: 'pure-core',
  where: (path) => path.startsWith('src/core/'),
  view: 'code',
  patterns: [
    /\bDate\.(now|parse)\b/,
    /\bnew Date\(\s*\)/,
    /(?<!new )\bDate\(/,
    /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/,
    /\.toLocale\w*\(|\bIntl\./,
    /\bMath\.random\b/,
    /(?<![.\w])(performance|process|console|crypto)\./,
    /(?<![.\w])(setTimeout|setInterval|setImmediate|queueMicrotask|fetch|require)\(/,
    /(?<![.\w])(Buffer|globalThis|window|document)\b(?=[.[(])/,
  ],
  mend: (match) => `the core may not use ${match}; take it as an argument, a fact or a port`,
})
