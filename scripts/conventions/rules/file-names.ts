import type { Rule } from '../source.ts'

const OURS = /^(src|workers|scripts|test)\/.*\.(ts|tsx|mts|mjs|js|css|html)$/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/

/** Files are named in kebab-case, folders too, so that a name is the same on every disk. */
export const fileNames: Rule = (files) =>
  files
    .filter(({ path }) => OURS.test(path))
    .filter(({ path }) => {
      const steps = path.split('/')
      const name = steps.pop() ?? ''
      return !KEBAB.test(name) || !steps.every((step) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(step))
    })
    .map(({ path }) => ({ path, line: 1, rule: 'file-names', mend: 'rename it in kebab-case' }))
