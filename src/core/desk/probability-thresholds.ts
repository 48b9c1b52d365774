import type { SettingFact } from '../contracts/index.ts'

/** From which probability on a strategy acts upon one of its model's labels. */
export interface Threshold {
  /** Place of the label among the model's outputs. */
  readonly output: number
  readonly share: number
}

/** Parameters that are called like a label and can be a probability. */
export function thresholdsOf({
  labels,
  parameters,
}: Pick<SettingFact, 'labels' | 'parameters'>): readonly Threshold[] {
  return labels.flatMap((label, output): Threshold[] => {
    const share = Object.hasOwn(parameters, label) ? parameters[label] : undefined
    return typeof share === 'number' && share >= 0 && share <= 1 ? [{ output, share }] : []
  })
}
