/** What a value of a file must be, by a name; a window has each in its language. */
export const SHAPES = {
  object: 'an object',
  list: 'a list',
  text: 'a text',
  flag: 'true or false',
  day: 'a day as the number yyyymmdd',
  month: 'a month as yyyymm',
  clock: 'a time of day such as "21:00"',
  minutes: 'whole minutes',
  positive: 'above zero',
  amount: 'zero or more',
  count: 'a whole number above zero',
  whole: 'a whole number',
  ratio: 'above 0 and up to 1',
  code: "a product's code",
  name: 'a text, not empty',
  finite: 'a finite number',
  aboveZero: 'a number above 0',
  row: 'one row, [1, how many]',
  file: 'the name of a file beside the manifest, without a folder',
  digits: '64 hexadecimal digits in lower case',
  entry: 'a number or a text',
} as const

export type ShapeName = keyof typeof SHAPES

/**
 * What is wrong with a file of facts, or with one member of it. Those of a member stand within a
 * sentence that names the file: calendar, products and manifests of models have the same ones.
 */
export const SHAPE_DETAILS = {
  'config.file/unreadable': '{path} cannot be read ({said}): put the file back',
  'config.file/json': '{path} is no JSON ({said}): put the shipped file back',
  'config.file/shape': '{at} must be {shape}, was {value}',
  'config.file/one-of': '{at} must be one of {names}, was {value}',
  'config.file/unknown-member': "{at} has the unknown member '{member}'",
  'config.file/lacks-member': "{at} lacks '{member}'",
  'config.file/fewest': '{at} must have {fewest} entries or more',
  'config.file/pair': '{at} must have 2 entries',
} as const
