/** What to do about a journal that is damaged in its middle. */
const MEND =
  'Nothing was changed. Restore the journal folder from a copy; or, to go on without it, move the folder away, start anew and take over the positions that the venue reports'

/** What to do about seals that a journal does not keep. */
const LOOK =
  'Nothing was repaired, and sealing goes on from a new beginning. Compare the journal with a copy and with the venue; it stays told until the file of seals is moved away'

/** What was found wrong with a journal as it was read back, and why it is not written. */
export const JOURNAL_DETAILS = {
  'journal.corrupt/no-segment': `{file} does not begin like a journal segment. ${MEND}`,
  'journal.corrupt/head': `the head of {file} is damaged, offset 0. ${MEND}`,
  'journal.corrupt/renamed': `{file} holds segment {found}, not {wanted}: it was renamed. ${MEND}`,
  'journal.corrupt/missing': `segment {segment} is missing before {file}. ${MEND}`,
  'journal.corrupt/middle': `{file} is damaged at offset {offset}, where record {record} should stand: finished records follow it. ${MEND}`,
  'journal.corrupt/contradiction':
    'the journals in {folder} contradict themselves ({error}): put the folder back from a copy, or begin another account with --profile NAME',
  'journal.open/already':
    'the journal in {folder} is open already: close it before it is opened again',
  'journal.open/disk': '{path} cannot be {doing} ({reason}). {mend}, then start again',
  'journal.write/disk': '{path} cannot be {doing} ({reason}). {mend}, then start again',
  'journal.write/left':
    '{fault} What was written of the group could not be taken back: it may be read at the next start',
  'journal.write/closed': 'the journal in {folder} is closed; open it again',
  'journal.version/other':
    '{file} was written with journal version {found}, this program reads version {wanted}: start it with the program that wrote it, or a newer one',
  'journal.torn/end':
    "the end of {file} was not whole and was cut at offset {offset}: {kept} records before it are kept. A write that a crash broke off was never acted upon; compare with the venue's books",
  'journal.torn/stray':
    '{file} has stray bytes in its unused end from offset {offset} on, which were cleared; no record is missing. Check the disk',
  'journal.broken/records': `records {from} to {until} of the journal in {folder} are not those that were sealed: they were changed. ${LOOK}`,
  'journal.lost/records': `the journal in {folder} had {until} sealed records, of which those behind record {found} are gone. ${LOOK}`,
  'journal.seals/disk':
    '{path} cannot be {doing} ({reason}). {mend}; until then nothing is sealed, and it is tried again',
  'journal.seals/unreadable': `a line of the seals in {file} is none, or was changed: they vouch for nothing behind record {after}. ${LOOK}`,
  'journal.seals/torn':
    'the last line of {file} was not whole and was cut: a crash broke it off. What it sealed is sealed anew',
  'journal.seals/anew':
    'the journal in {folder} is another one than that which was sealed up to record {until}: a chain of seals begins anew with it',
} as const
