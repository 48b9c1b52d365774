import type { Rule, SourceFile, Violation } from '../source.ts'
import { matchesOf } from '../source.ts'

const ROOTS = ['work', 'tmp', 'home', 'root', 'Users'].map((name) => `/${name}/`)
const PRIVATE_PATH = new RegExp(`(?<![\\w.~)\\]}-])(${ROOTS.join('|')})`)
const REGISTRY =
  /\b(registry|npm|artifactory|nexus)[\w-]*\.([\w-]+\.)*(com|org|net|io|dev|cn|internal|local)\b/
const RESOLVED = /"resolved":\s*"https?:/

/** The project speaks of itself alone: no path of one machine, no registry's host. */
export const publicPlaces: Rule = (files) => files.flatMap(check)

function check({ path, text }: SourceFile): readonly Violation[] {
  const found = (pattern: RegExp, mend: (match: string) => string): readonly Violation[] =>
    matchesOf(text, pattern).map(({ line, match }) => ({
      path,
      line,
      rule: 'public-places',
      mend: mend(match),
    }))
  const mendHost = (match: string): string =>
    `${match} names a registry's host; leave it out (npm install with omit-lockfile-registry-resolved)`
  return [
    ...found(
      PRIVATE_PATH,
      (match) =>
        `${match} is a place on one machine; use a relative path, os.tmpdir() or a setting`,
    ),
    ...found(path === 'package-lock.json' ? RESOLVED : REGISTRY, mendHost),
  ]
}
