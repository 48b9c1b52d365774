import { resolve } from 'node:path'

/**
 * What a person typed, without the program: a packaged one is alone; otherwise flags of Electron's
 * own and the path of the app stand before.
 *
 * @param app paths by which the app may have been named, absolute.
 */
export function ownArguments(
  argv: readonly string[],
  isPackaged: boolean,
  app: readonly string[],
): readonly string[] {
  if (isPackaged) return argv.slice(1)
  const named = argv.findIndex((each, index) => index > 0 && app.includes(resolve(each)))
  return named < 0 ? [] : argv.slice(named + 1)
}
