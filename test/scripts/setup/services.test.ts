import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { installPackages, mayInstall } from '../../../scripts/setup/apt.mjs'
import { attemptsOf } from '../../../scripts/setup/attempts.mjs'
import { missing, there } from '../../../scripts/setup/finding.mjs'
import { missingServices } from '../../../scripts/setup/services.mjs'
import { temporaryFolder } from '../../temporary-folder.ts'
import type { Answers } from './surroundings.ts'
import { fakeMachine } from './surroundings.ts'

const OFFERED = { out: 'redis-server:\n  Installed: (none)\n  Candidate: 5:7.0.15-1\n' }
const UNKNOWN = { out: 'redis-server:\n  Installed: (none)\n  Candidate: (none)\n' }

/** The calls of apt without their options, after an installation. */
function installWith(answers: Answers, wanted: readonly (readonly string[])[]) {
  const policy = join(temporaryFolder(), 'policy')
  const machine = fakeMachine(answers)
  const reason = installPackages(wanted, machine, policy)
  const calls = machine.told
    .filter((line) => line.startsWith('apt-get'))
    .map((line) => line.replace(/-o \S+ |-q /g, ''))
  return { reason, calls, policyLeft: existsSync(policy) }
}

describe('the installation of packages', () => {
  it('takes the first that is offered of each choice, in one call, without lists fetched first', () => {
    const answers = {
      'apt-cache policy openjdk-17': UNKNOWN,
      'apt-cache policy': OFFERED,
      'apt-get': {},
    }
    const choice = ['openjdk-17-jre-headless', 'openjdk-21-jre-headless']
    expect(installWith(answers, [['redis-server'], choice])).toEqual({
      reason: '',
      calls: ['apt-get install -y --no-install-recommends redis-server openjdk-21-jre-headless'],
      policyLeft: false,
    })
  })

  it('fetches the lists once when a package is not known', () => {
    const answers = { 'apt-cache policy': UNKNOWN, 'apt-get': {} }
    expect(installWith(answers, [['redis-server']])).toEqual({
      reason: 'apt-get knows no such package',
      calls: ['apt-get update'],
      policyLeft: false,
    })
  })

  it('tells what apt said when there is no network', () => {
    const answers = {
      'apt-cache policy': OFFERED,
      'apt-get': { ok: false, error: 'W: some\nE: Failed to fetch\nE: more' },
    }
    const { reason, calls } = installWith(answers, [['redis-server']])
    expect([reason, calls.length]).toEqual(['apt-get update: Failed to fetch', 2])
  })

  it('lets no service start while it installs', () => {
    const policy = join(temporaryFolder(), 'policy')
    let during = ''
    const { run } = fakeMachine({ 'apt-cache policy': OFFERED, 'apt-get': {} })
    installPackages(
      [['redis-server']],
      {
        run: (program, args, options) => {
          if (args.includes('install')) during = readFileSync(policy, 'utf8')
          return run(program, args, options)
        },
      },
      policy,
    )
    expect([during.endsWith('exit 101\n'), existsSync(policy)]).toEqual([true, false])
  })

  it('leaves a policy of the machine alone, and installs nothing where that lets services start', () => {
    const policy = join(temporaryFolder(), 'policy')
    writeFileSync(policy, '#!/bin/sh\nexit 0\n')
    const machine = fakeMachine({ [policy]: { status: 0 }, apt: OFFERED })
    expect([installPackages([['redis-server']], machine, policy), machine.told]).toEqual([
      `${policy} would let the service start; install the package by hand`,
      [`${policy} redis-server start`],
    ])
    expect(existsSync(policy)).toBe(true)
  })

  it('is for root on Linux alone', () => {
    const machines = [
      fakeMachine({}, { user: 1000 }),
      fakeMachine({}, { platform: 'darwin' }),
      fakeMachine({}, { platform: 'win32', user: undefined }),
    ]
    expect(machines.map(mayInstall)).toEqual([false, false, false])
  })
})

describe('the services', () => {
  const [yes, no] = [there('1'), missing('absent', 'install it')]

  it('need Maven only as long as QuestDB is not fetched', () => {
    const window = {
      Chromium: yes,
      'Chinese font': yes,
      'Hidden screen': no,
      'Old Electron': yes,
    }
    expect([
      missingServices({ Redis: no, Java: yes, Maven: no, QuestDB: yes, Python: yes, ...window }),
      missingServices({ Redis: yes, Java: yes, Maven: no, QuestDB: no, Python: no, ...window }),
    ]).toEqual([
      ['Redis', 'Hidden screen'],
      ['Maven', 'QuestDB', 'Python', 'Hidden screen'],
    ])
  })
})

describe('a failed installation', () => {
  it('is not tried again within an hour, so that the next set-up is quick', () => {
    const places = {
      platform: 'linux' as const,
      environment: { XDG_CACHE_HOME: temporaryFolder() },
      home: '',
    }
    const at = (minutes: number) => attemptsOf(places, 1_000_000_000_000 + minutes * 60_000)
    const before = at(0).failedLately()
    at(0).rememberFailure()
    const after = [at(1), at(59), at(61), at(-1)].map((each) => each.failedLately())
    at(2).forget()
    expect([before, after, at(3).failedLately()]).toEqual([
      false,
      [true, true, false, false],
      false,
    ])
  })
})
