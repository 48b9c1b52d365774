import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The program's version with the time of its build: workers of another build of the same version
 * may speak otherwise, and are not adopted. Without bundles it is the version alone.
 */
export function buildVersion(version: string, bundles: string): string {
  let latest = 0
  try {
    for (const name of readdirSync(bundles)) {
      if (name.endsWith('.js')) latest = Math.max(latest, statSync(join(bundles, name)).mtimeMs)
    }
  } catch {
    return version
  }
  return latest === 0 ? version : `${version}+${Math.floor(latest).toString(36)}`
}
