import { describe, expect, it } from 'vitest'
import { configFolder, dataFolder } from '../../../../src/main/app/config/folders.ts'

describe('the folders of the operating system', () => {
  const home = '/users/ann'
  const cases = [
    ['linux', {}, `${home}/.config/ghtrader`, `${home}/.local/share/ghtrader`],
    ['linux', { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, '/c/ghtrader', '/d/ghtrader'],
    [
      'darwin',
      {},
      `${home}/Library/Application Support/ghtrader`,
      `${home}/Library/Application Support/ghtrader/data`,
    ],
    [
      'win32',
      { APPDATA: '/roaming', LOCALAPPDATA: '/local' },
      '/roaming/ghtrader',
      '/local/ghtrader',
    ],
  ] as const

  it.each(cases)('are found on %s with %j', (platform, environment, config, data) => {
    const surroundings = { platform, environment, home, folder: '/' }
    expect([configFolder(surroundings), dataFolder(surroundings)]).toEqual([config, data])
  })
})
