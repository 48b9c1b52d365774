import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../../../src/core/contracts/index.ts'
import { readLimits } from '../../../../src/main/app/config/limit-settings.ts'

describe('limits of the gate', () => {
  it('are taken with money in CNY, and keep their defaults where left out', () => {
    const given = { maxDailyLoss: 250_000.5, maxNetLots: 3, allowed: ['SIM.ag'] }
    expect(readLimits(given, 'g.json')).toEqual({
      ok: true,
      value: { ...DEFAULT_LIMITS, maxDailyLoss: 25_000_050, maxNetLots: 3, allowed: ['SIM.ag'] },
    })
  })

  it.each([
    [[], 'limits must be an object'],
    [{ maxNetLot: 3 }, 'limits.maxNetLot is no limit; did you mean maxNetLots?'],
    [{ maxNetLots: 1.5 }, 'limits.maxNetLots must be a whole number of lots, was 1.5'],
    [{ maxDailyLoss: -1 }, 'limits.maxDailyLoss must be a number from 0 up, was -1'],
    [{ collarRatio: '1' }, 'limits.collarRatio must be a number from 0 up, was "1"'],
    [
      { messagesPerSecond: 0 },
      'limits.messagesPerSecond must be 1 or more, or no cancel could leave, was 0',
    ],
    [
      { allowed: 'SIM.ag' },
      'limits.allowed must be a list of symbols such as SHFE.ag2012, or ["*"]',
    ],
  ])('are refused with their place: %j', (given, words) => {
    const error = { code: 'config.value', message: `g.json: ${words}` }
    expect(readLimits(given, 'g.json')).toEqual({ ok: false, error })
  })
})
