import { join } from 'node:path'

/** What the places of files depend on; a test gives its own. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** What relative paths on the command line count from. */
  readonly folder: string
}

/** Where the operating system wants a program's settings. */
export function configFolder({ platform, environment, home }: Surroundings): string {
  if (platform === 'win32') {
    return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), 'ghtrader')
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'ghtrader')
  return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'ghtrader')
}

/** Where the operating system wants what a program keeps. */
export function dataFolder(surroundings: Surroundings): string {
  const { platform, environment, home } = surroundings
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'ghtrader')
  }
  if (platform === 'darwin') return join(configFolder(surroundings), 'data')
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'ghtrader')
}
