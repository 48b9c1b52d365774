/** Why QuestDB, or what waits for it, does not serve; what a server said stands as it was said. */
export const QUESTDB_DETAILS = {
  'store.config/questdb-write':
    'QuestDB at {place} does not let this user write ({status}): give username and password in --questdb',
  'store.config/questdb-read':
    'QuestDB at {place} does not let this user in: give user and password in --questdb-pg',
  'store.unreachable/questdb-write':
    'QuestDB at {place} did not take a batch ({said}). Start it, or mend --questdb',
  'store.unreachable/questdb-read':
    'QuestDB does not answer questions at {place} ({said}). Start it, or mend --questdb-pg',
  'store.unreachable/questdb-trouble': 'QuestDB at {place} is in trouble: {said}',
  'store.unreachable/questdb-unclear':
    'QuestDB at {place} refused a batch and did not say why ({said}); it is sent again',
  'store.slow/questdb-batch':
    'QuestDB at {place} did not answer to a batch within {millis} ms; it is sent again',
  'store.slow/questdb-stopped': 'QuestDB at {place} stopped the query: {said}',
  'store.slow/questdb-deadline':
    'QuestDB at {place} had no answer by the deadline and was told to stop: ask for a shorter span, or give it longer',
  'store.slow/tables': '{place} did not show its tables by the deadline',
  'store.slow/turns': '{most} questions wait already: ask fewer at a time',
  'store.schema/questdb-lacks': 'QuestDB at {place} lacks something: {said}',
  'store.query/questdb': 'QuestDB at {place} refused the query: {said}',
  'store.query/too-long':
    'the answer of {rows} rows is too long for one frame: ask for a shorter span or fewer rows',
  'store.refused/questdb-row': 'QuestDB at {place} refused a row: {said}',
  'store.refused/questdb-line': 'QuestDB at {place} refused row {line} of {rows} ({table}): {said}',
  'store.unreachable/history-closed': 'this history was closed: open it again',
  'store.outbox/full':
    'the outbox in {folder} holds {used} of at most {most} bytes: newest rows are refused until the store takes older ones. Start the store',
} as const
