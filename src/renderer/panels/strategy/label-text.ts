import type { Translate } from '../../words/index.ts'

/** Models name their labels as they like: those that every trader knows are said in words. */
export function labelText(label: string, t: Translate): string {
  return label === 'up' || label === 'down' || label === 'flat'
    ? t(`strategy.label-${label}`)
    : label
}
