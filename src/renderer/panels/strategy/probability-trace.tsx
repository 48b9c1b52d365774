import type { ReactElement } from 'react'
import type { Predicted } from '../../../core/desk/prediction-history.ts'
import { TRACE_SPAN } from '../../../core/desk/prediction-history.ts'
import { Canvas } from '../../components/index.ts'
import { useDesk } from '../../desk/index.ts'
import { predictionsOf } from './predictions.ts'

/** Two minutes of a model's first and last output: down and up. */
export function ProbabilityTrace({
  source,
  instrument,
}: {
  readonly source: string
  readonly instrument: number
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
          trace(context, list, x, height, 0, palette.color('down'))
          trace(context, list, x, height, last, palette.color('up'))
        }}
      />
    </div>
  )
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
    const y = 2 + (height - 4) * (1 - (outputs[output] ?? 0))
    if (index === 0) context.moveTo(x(at), y)
    else context.lineTo(x(at), y)
  }
  context.stroke()
}
