import { OPTIONS, OTHER_FLAGS } from './options.ts'

/** The answer to `--help`, one line a flag. */
export function helpText(): string {
  const flags = [
    ...Object.values(OPTIONS).map(({ flag, placeholder, about }) => ({ flag, placeholder, about })),
    ...Object.entries(OTHER_FLAGS).map(([flag, facts]) => ({ flag, ...facts })),
  ]
  const heads = flags.map(({ flag, placeholder }) => `--${flag} ${placeholder}`.trimEnd())
  const width = Math.max(...heads.map((head) => head.length))
  return [
    'Trades the built-in market, or recorded ticks, with a window and a table in the terminal.',
    '',
    '  npm start',
    '  npm start -- --replay FILE… --speed max',
    '',
    ...flags.map(({ about }, index) => `  ${heads[index]!.padEnd(width)}  ${about}`),
    '',
    'Each can be set in the environment (GHTRADER_FILL_RULE) or in ghtrader.json (fillRule), too.',
    'What holds a password belongs there, and not on the command line, which others can see.',
    'Keys while it runs: q quits; h halts; f flattens; u lifts a halt; a accepts a difference; l prints a link.',
    '',
  ].join('\n')
}
