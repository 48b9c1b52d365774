import type { ReactElement } from 'react'
import type { Predicted } from '../../../core/desk/prediction-history.ts'
import { TRACE_SPAN } from '../../../core/desk/prediction-history.ts'
import type { Threshold } from '../../../core/desk/probability-thresholds.ts'
import { Canvas } from '../../components/index.ts'
import { useDesk } from '../../desk/index.ts'
import { predictionsOf } from './predictions.ts'

/** Two minutes of a model's first and last output, down and up, with what each must reach. */
export function ProbabilityTrace({
  source,
  instrument,
  thresholds,
}: {
  readonly source: string
  readonly instrument: number
  readonly thresholds: readonly Threshold[]
}): ReactElement {
  const desk = useDesk()
  const history = predictionsOf(desk)
  return (
    <div className="probability-trace">
      <Canvas
        slices={['thoughts']}
        draw={(context, { width, height }, palette) => {
          context.fillStyle = palette.color('bg-1')
          context.fillRect(0, 0, width, height)
          const list = history.of(source, instrument)
          const until = list.at(-1)?.at ?? 0
          const x = (at: number): number => width * (1 - (until - at) / TRACE_SPAN)
          context.strokeStyle = palette.color('line-2')
          context.lineWidth = 1
          context.strokeRect(0.5, 0.5, width - 1, height - 1)
          const last = (list[0]?.outputs.length ?? 1) - 1
          const colors = new Map([
            [0, palette.color('down')],
            [last, palette.color('up')],
          ])
          context.setLineDash([3, 3])
          for (const { output, share } of thresholds) {
            context.strokeStyle = colors.get(output) ?? palette.color('fg-3')
            context.beginPath()
            context.moveTo(0, Math.round(yOf(share, height)) + 0.5)
            context.lineTo(width, Math.round(yOf(share, height)) + 0.5)
            context.stroke()
          }
          context.setLineDash([])
          trace(context, list, x, height, 0, palette.color('down'))
          trace(context, list, x, height, last, palette.color('up'))
        }}
      />
    </div>
  )
}

function yOf(share: number, height: number): number {
  return 2 + (height - 4) * (1 - share)
}

function trace(
  context: CanvasRenderingContext2D,
  list: readonly Predicted[],
  x: (at: number) => number,
  height: number,
  output: number,
  color: string,
): void {
  context.strokeStyle = color
  context.beginPath()
  for (const [index, { at, outputs }] of list.entries()) {
    const y = yOf(outputs[output] ?? 0, height)
    if (index === 0) context.moveTo(x(at), y)
    else context.lineTo(x(at), y)
  }
  context.stroke()
}
