import type { Rule } from '../source.ts'

/** Changes are told to users: the change log is there, and has a place for the next change. */
export const changeLog: Rule = (files) => {
  const path = 'CHANGELOG.md'
  const log = files.find((file) => file.path === path)
  const told = log !== undefined && /^## \[Unreleased\]/m.test(log.text)
  const mend = 'keep CHANGELOG.md with a section "## [Unreleased]", one line a change'
  return told ? [] : [{ path, line: 1, rule: 'change-log', mend }]
}
