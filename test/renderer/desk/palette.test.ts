import { expect, it } from 'vitest'
import { paletteOf } from '../../../src/renderer/desk/palette.ts'

const TOKENS: Readonly<Record<string, string>> = {
  '--up': '#2ac48b',
  '--row': '20px',
  '--font-ui': "'Inter', sans-serif",
  '--fg-1': 'CanvasText',
  '--heat-3': 'color-mix(in srgb, CanvasText 44%, Canvas)',
}
const COMPUTED: Readonly<Record<string, string>> = {
  CanvasText: 'rgb(255, 255, 0)',
  [TOKENS['--heat-3']!]: 'color(srgb 0.5 1 0)',
}

const palette = paletteOf(
  { getPropertyValue: (name: string) => ` ${TOKENS[name] ?? ''}` },
  (value) => COMPUTED[value] ?? '',
)

it('gives canvases a person’s own colours as figures that they can fade and mix', () => {
  expect([
    palette.color('fg-1'),
    palette.faint('fg-1', 0.2),
    palette.color('heat-3'),
    palette.color('up'),
    palette.faint('up', 0.5),
  ]).toEqual(['#ffff00', 'rgba(255, 255, 0, 0.2)', '#80ff00', '#2ac48b', 'rgba(42, 196, 139, 0.5)'])
})

it('leaves what is no colour as it is', () => {
  expect([palette.color('row'), palette.color('font-ui'), palette.color('none')]).toEqual([
    '20px',
    "'Inter', sans-serif",
    '',
  ])
})
