const FORM = 'http::addr=host:port; with username=…; and password=…; where it wants them'

/** What mends a table that was made otherwise than this program makes it. */
const ANEW = 'rename it (RENAME TABLE) and start again: a new one is made then'

/** Why QuestDB, or what waits for it, does not serve; what a server said stands as it was said. */
export const QUESTDB_DETAILS = {
  'store.config/questdb-write':
    'QuestDB at {place} does not let this user write ({status}): give username and password in --questdb',
  'store.config/questdb-read':
    'QuestDB at {place} does not let this user in: give user and password in --questdb-pg',
  'store.config/questdb-http': `the setting questdb must begin with http: ${FORM}`,
  'store.config/questdb-form': `the setting questdb cannot be read; write ${FORM}`,
  'store.config/questdb-pg':
    'the setting questdbPg cannot be read; write postgres://user:password@host:port/qdb',
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
  'store.slow/waited':
    'the question waited behind others until its deadline: ask fewer at a time, or give it longer',
  'store.schema/questdb-lacks': 'QuestDB at {place} lacks something: {said}',
  'store.schema/questdb-missing':
    'table {table} of QuestDB at {place} is not there, start again to have it made',
  'store.schema/questdb-suspended':
    'table {table} of QuestDB at {place} is suspended, so nothing written to it shows: mend the cause, a full disk mostly, then {statement}',
  'store.schema/questdb-log': `table {table} of QuestDB at {place} has no WAL, so writes may be lost: ${ANEW}`,
  'store.schema/questdb-dedup': `table {table} of QuestDB at {place} has no DEDUP, so rows sent again would double: ${ANEW}`,
  'store.schema/questdb-part': `table {table} of QuestDB at {place} is partitioned by {have}, not {wanted}: ${ANEW}`,
  'store.schema/questdb-column':
    'table {table} of QuestDB at {place} has no column {column}: {statement}',
  'store.schema/questdb-type': `table {table} of QuestDB at {place} has {column} as {have}, not {wanted}: ${ANEW}`,
  'store.schema/questdb-key': 'table {table} of QuestDB at {place} has the key {have}: {statement}',
  'store.query/questdb': 'QuestDB at {place} refused the query: {said}',
  'store.query/too-long':
    'the answer of {rows} rows is too long for one frame: ask for a shorter span or fewer rows',
  'store.refused/questdb-row': 'QuestDB at {place} refused a row: {said}',
  'store.refused/questdb-line': 'QuestDB at {place} refused row {line} of {rows} ({table}): {said}',
  'store.unreachable/history-closed': 'this history was closed: open it again',
} as const
