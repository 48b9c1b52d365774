const PLACE = '{file}, group at offset {offset}, record {record}: {fault}'

/** Why a message of another program, or a record of a journal, is not read. */
export const CODEC_DETAILS = {
  'codec.shape/short': 'a message has at least 5 bytes, this one {bytes}',
  'codec.shape/no-version': 'there is no version 0 of the wire',
  'codec.shape/unreadable': 'the message cannot be read: {said}',
  'codec.shape/record': PLACE,
  'codec.version/newer':
    'the message was written by version {found} of the wire, this program reads up to version {wanted}: update this program',
  'codec.version/record': PLACE,
  'codec.kind/unknown':
    'the message is of kind {number}, which version {version} of the wire does not have here: it comes from another program, or was sent to the wrong place',
  'codec.kind/record': PLACE,
} as const
