import { forbid } from '../forbid.ts'

/** Every test runs; one that cannot run on this machine says so with `skipIf` or `runIf`. */
export const wholeSuites = forbid({
  rule: 'whole-suites',
  where: (path) => path.startsWith('test/'),
  view: 'code',
  patterns: [
    /\b(it|test|describe|suite)(\.\w+)*\.(only|skip|todo)\b/,
    /(?<![.\w])(xit|xtest|xdescribe|fit|fdescribe)\s*\(/,
  ],
  mend: (match) => `${match} leaves tests out; remove it, or use skipIf with a title that says why`,
})
