/** Why the history in a file does not serve; what the engine said stands in it as it was said. */
export const DUCKDB_DETAILS = {
  'store.unreachable/file-held-by':
    '{file} is held by process {process}: one history at a time can open it, stop the other',
  'store.unreachable/file-held':
    '{file} is held by something else: one history at a time can open it, stop the other',
  'store.unreachable/file-open': '{file} cannot be opened ({said}). {mend}',
  'store.unreachable/file-work': '{file} cannot be {doing} ({said}). {mend}',
  'store.schema/file-damaged':
    '{file} is damaged, or no file of this program ({said}). Restore it from a copy, or move it and its .wal away: a new one is made then',
  'store.schema/file-columns':
    'table {table} has {have} where {wanted} should be in {file}. Move the file and its .wal away: a new one is made then',
  'store.refused/file': '{file} refused rows: {said}',
  'store.slow/file':
    '{file} had no answer by the deadline and was told to stop: ask for a shorter span, or give it longer',
} as const
