import { describe, expect, it } from 'vitest'
import { cacheFolder, configFolder, dataFolder } from '../../../scripts/setup/folders.mjs'
import * as workstation from '../../../src/main/app/config/folders.ts'

const HOMES = [
  { platform: 'linux' as const, environment: {}, home: '/h' },
  {
    platform: 'linux' as const,
    environment: { XDG_CACHE_HOME: '/c', XDG_CONFIG_HOME: '/g', XDG_DATA_HOME: '/d' },
    home: '/h',
  },
  { platform: 'darwin' as const, environment: {}, home: '/h' },
]

describe('the folders of set-up and doctor', () => {
  it.each(HOMES)('are those of the workstation: $platform $environment', (places) => {
    const surroundings = { ...places, folder: '/' }
    expect([configFolder(places), dataFolder(places)]).toEqual([
      workstation.configFolder(surroundings),
      workstation.dataFolder(surroundings),
    ])
  })

  it('keep what can be fetched again where the system wants it', () => {
    const windows = { platform: 'win32' as const, environment: {}, home: 'C:\\h' }
    expect([...HOMES, windows].map(cacheFolder)).toEqual([
      '/h/.cache/ghtrader',
      '/c/ghtrader',
      '/h/Library/Caches/ghtrader',
      'C:\\h\\AppData\\Local\\ghtrader\\cache',
    ])
  })
})
