import { describe, expect, it } from 'vitest'
import type { ToldFact } from '../../../src/core/contracts/window-frame.ts'
import { Alarm } from '../../../src/renderer/alerts/alarm.ts'
import { alertOf } from '../../../src/renderer/alerts/alert-level.ts'
import type { AlertLevel } from '../../../src/renderer/alerts/alert-level.ts'
import type { Desk, DeskListener } from '../../../src/renderer/desk/index.ts'
import { createPreferences } from '../../../src/renderer/preferences/index.ts'
import type { SessionListener, SessionStatus } from '../../../src/renderer/session/index.ts'

const fact = (value: object): ToldFact => value as ToldFact
const FILL = fact({ kind: 'fill' })
const halt = (cause: string): ToldFact => fact({ kind: 'state', state: 'halted', cause })
const ACTIVE = fact({ kind: 'state', state: 'active', cause: 'person' })

/** An alarm with ears, and a desk that says what it is told to. */
function rig(sounds = true) {
  let listener: DeskListener = {}
  let session: Partial<SessionListener> = {}
  let now = 0
  const heard: AlertLevel[] = []
  const runs = new Map<string, { phase: string }>()
  const desk = {
    replica: { runs },
    listen: (given: DeskListener) => void (listener = given),
    session: { listen: (given: Partial<SessionListener>) => void (session = given) },
  } as unknown as Desk
  const voice = { play: (level: AlertLevel) => void heard.push(level) }
  const alarm = new Alarm(desk, createPreferences({ sounds }), voice, () => now)
  const wait = (milliseconds: number): void => {
    for (const end = now + milliseconds; now < end; now += 250) alarm.look()
  }
  return {
    alarm,
    heard,
    wait,
    tell: (told: ToldFact) => listener.onFact?.('gateway', told),
    run: (phase: string) => void runs.set('exchange', { phase }),
    phase: (phase: string) => session.onStatus?.({ phase } as SessionStatus),
  }
}

describe('the sounds of a window', () => {
  it('are one a fill, and not one each in a burst', () => {
    const { tell, heard, wait } = rig()
    for (let count = 0; count < 20; count++) tell(FILL)
    wait(1000)
    tell(FILL)
    expect(heard).toEqual(['fill', 'fill'])
  })

  it('go on for a halt that nobody asked for, until somebody acknowledges it', () => {
    const { tell, heard, wait, alarm } = rig()
    tell(halt('loss'))
    wait(5000)
    alarm.acknowledge()
    wait(5000)
    expect(heard).toEqual(['critical', 'critical', 'critical'])
  })

  it('end when trading goes on', () => {
    const { tell, heard, wait } = rig()
    tell(halt('silence'))
    wait(250)
    tell(ACTIVE)
    wait(5000)
    expect(heard).toEqual(['critical'])
  })

  it('do not tell of a line that ended with its replay', () => {
    const { phase, heard, wait, run } = rig()
    run('ended')
    phase('lost')
    wait(5000)
    run('playing')
    phase('lost')
    wait(250)
    expect(heard).toEqual(['critical'])
  })

  it('tell of a line that broke, until it is back', () => {
    const { phase, heard, wait } = rig()
    phase('lost')
    wait(250)
    phase('following')
    wait(5000)
    expect(heard).toEqual(['critical'])
  })

  it('are none where a person does not want them', () => {
    const { tell, heard, wait } = rig(false)
    tell(FILL)
    tell(halt('loss'))
    wait(5000)
    expect(heard).toEqual([])
  })

  it('warn of refusals of hands, rejected orders and trouble, and not of what went well', () => {
    const levels = [
      fact({ kind: 'ack', outcome: 'refused', sender: 'hand' }),
      fact({ kind: 'ack', outcome: 'refused', sender: 'model' }),
      fact({ kind: 'ack', outcome: 'accepted', sender: 'hand' }),
      fact({ kind: 'order', order: { status: 'rejected' } }),
      fact({ kind: 'order', order: { status: 'filled' } }),
      fact({ kind: 'health', ok: false }),
      fact({ kind: 'health', ok: true }),
      halt('person'),
      halt('flattened'),
      halt('mismatch'),
    ].map(alertOf)
    expect(levels).toEqual([
      'warning',
      undefined,
      undefined,
      'warning',
      undefined,
      'warning',
      undefined,
      'warning',
      'warning',
      'critical',
    ])
  })
})
