const NOT_SENT =
  'its rows were not sent. It was renamed to {other}; the program that wrote it can send them'

/** Why rows are not kept for a store, or not sent to it; what a disk said stands as it was said. */
export const OUTBOX_DETAILS = {
  'store.outbox/full':
    'the outbox in {folder} holds {used} of at most {most} bytes: newest rows are refused until the store takes older ones. Start the store',
  'store.outbox/open': 'the outbox in {folder} cannot be opened ({said}). Mend that',
  'store.outbox/read': 'the outbox in {folder} cannot be read ({said}). Mend that',
  'store.outbox/write':
    'the outbox in {folder} cannot be written ({said}). Free some space: newest rows are refused until then',
  'store.outbox/sync':
    'the outbox in {folder} cannot be made durable ({said}). Check the disk: a power cut may cost rows',
  'store.outbox/already':
    'the outbox in {folder} is open already: close it before it is opened again',
  'store.outbox/closed': 'the outbox in {folder} is closed',
  'store.outbox/cut':
    'the end of {path} was not whole and was cut at offset {offset}: what a crash broke off was never acknowledged as kept',
  'store.outbox/foreign': `{path} does not begin like a segment of an outbox: ${NOT_SENT}`,
  'store.outbox/damaged': `{path} has a damaged head: ${NOT_SENT}`,
  'store.outbox/version': `{path} was written by another version of this program: ${NOT_SENT}`,
  'store.outbox/renamed': `{path} was renamed: ${NOT_SENT}`,
  'store.poisoned/kept': 'a row was set aside and is in {path}: {fault}',
  'store.poisoned/lost': 'a row was set aside and could not be kept in {path}: {fault}',
  'store.unreachable/silent': 'the store failed without a word: {said}',
  'store.refused/batch': 'history refused {fault}',
  'store.refused/row-of': 'row {line} of {rows}: {fault}',
  'store.refused/no-table': 'there is no table {table}',
  'store.refused/one-of': '{column} must be one of {names}, was {value}',
  'store.refused/text': '{column} must be text, was {value}',
  'store.refused/characters': '{column} has at most {most} characters, was {value}',
  'store.refused/list': '{column} must be a list of numbers, was {value}',
  'store.refused/length': '{column} has at most {most} numbers, was {value}',
  'store.refused/numbers': '{column} must hold numbers only, was {value}',
  'store.refused/number': '{column} must be a number, was {value}',
  'store.refused/whole': '{column} must be a whole number from {least} to {most}, was {value}',
  'store.refused/kind': '{column} is of a kind that no store knows, was {value}',
  'store.refused/absent': '{column} must not be absent',
} as const
