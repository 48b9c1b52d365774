import type { ChartQuality } from '../../../core/desk/chart-quality.ts'
import { qualityOf } from '../../../core/desk/chart-quality.ts'
import { MICROS_PER_MINUTE } from '../../../core/domain/index.ts'
import { clockTime, decimal } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { codeWords } from '../../words/index.ts'
import { tapeOf } from './chart-feed.ts'
import { gapText } from './chart-words.ts'
import type { ChartControl } from './control.ts'

type Pictured = Pick<ChartControl, 'data' | 'parts'>

/** Gaps that are told one by one; of more, the newest. */
const TOLD = 4

/** @returns what was heard, what it is made of beside that, and what is missing. */
export function qualityTexts(control: Pictured, t: Translate): readonly [string, string, string] {
  const { data, parts } = control
  const { desk } = parts
  const { history } = data.feed
  // Bars are summed up by history, which does not say of what.
  if (data.bars !== undefined) return ['', '', '']
  const quality = ofData(control)
  if (quality.ticks === 0) return ['', '', '']
  const isReplay = tapeOf(desk).mode === 'replay'
  const heard = t(isReplay ? 'chart.quality-replay' : 'chart.quality-live')
  const minutes = Math.round(quality.before / MICROS_PER_MINUTE)
  const count = minutes < 1 ? '< 1' : decimal(minutes)
  const isAlone = quality.before === 0 && history.kind === 'away'
  const both = quality.before > 0 ? t('chart.quality-both', { count }) : ''
  const more = isAlone ? t('chart.quality-only') : both
  const { length } = quality.gaps
  const known = length === 1 ? t('chart.one-gap') : t('chart.gaps', { count: decimal(length) })
  const lacks = [
    ...(history.kind === 'asking' ? [t('chart.quality-joining')] : []),
    // Before history told of its part nobody knows that nothing is missing.
    ...(length > 0 || (history.kind !== 'asking' && !isAlone) ? [known] : []),
    ...(data.lacks ? [t('chart.quality-now')] : []),
    ...(!data.lacks && desk.unheard() > 0 ? [t('chart.quality-unheard')] : []),
  ]
  return [heard, more, lacks.join(' · ')]
}

/** From when to when, how many ticks, whence, and what is missing. */
export function qualityTitle(control: Pictured, t: Translate): string {
  const { data } = control
  const { from, to, ticks, gaps, missed } = ofData(control)
  if (ticks === 0) return ''
  const { fetched, history } = data.feed
  const span = { from: clockTime(from), to: clockTime(to) }
  const counts = { ticks: decimal(ticks), fetched: decimal(fetched) }
  const lines = [t('chart.quality-title', { ...span, ...counts })]
  if (history.kind === 'away') {
    const { code, message } = history.why
    lines.push(`${t('chart.quality-away')}: ${codeWords(code, message, t)}`)
  }
  for (const gap of gaps.slice(-TOLD)) lines.push(`⟂ ${gapText(gap, t)}`)
  const rest = gaps.length - TOLD
  if (rest > 0) lines.push(`⟂ ${t('chart.gaps-more', { count: decimal(rest) })}`)
  if (gaps.length === 0) lines.push(t('chart.gaps-none'))
  else if (missed > 0) lines.push(t('chart.gaps-missed', { count: decimal(missed) }))
  lines.push(t('chart.quality-live-hint'))
  return lines.join('\n')
}

function ofData({ data }: Pictured): ChartQuality {
  return qualityOf(data.feed.series, data.feed.whole.heardSince, data.gaps)
}
