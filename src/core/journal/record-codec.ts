import { decodeBody, encodeBody, shapeFailure, unpack } from '../contracts/codec-pack.ts'
import type { Bodies } from '../contracts/wire/body.ts'
import type { UnreadFailure } from '../contracts/wire/prefix.ts'
import { prefixFailure, unknownKind } from '../contracts/wire/prefix.ts'
import { EXCHANGE_RECORDS, GATEWAY_RECORDS } from '../contracts/wire/record.ts'
import type { Result } from '../domain/index.ts'
import { failed, ok } from '../domain/index.ts'
import type { ExchangeRecord } from '../exchange/record.ts'
import type { GatewayRecord } from './record.ts'

/** A record as a journal keeps it. */
export interface StoredRecord {
  /** The kind's number, 1–255. */
  readonly type: number
  readonly bytes: Uint8Array
}

/** How a journal turns its records into bytes and back. */
export interface RecordCodec<JournalRecord> {
  /** @throws RangeError naming the field, when the record breaks its own type. */
  encode(record: JournalRecord): StoredRecord
  /** `codec.version`, `codec.kind` or `codec.shape` for what cannot be read; never throws. */
  decode(type: number, bytes: Uint8Array): Result<JournalRecord, UnreadFailure>
}

/** The gateway's records: the bytes are those of the wire, prefix and all, with epoch 0. */
export function gatewayRecordCodec(): RecordCodec<GatewayRecord> {
  return recordCodec(GATEWAY_RECORDS)
}

export function exchangeRecordCodec(): RecordCodec<ExchangeRecord> {
  return recordCodec(EXCHANGE_RECORDS)
}

function recordCodec<JournalRecord extends { readonly kind: string }>(
  group: Bodies<JournalRecord>,
): RecordCodec<JournalRecord> {
  return {
    encode: (record) => ({
      type: group.of(record).number,
      bytes: encodeBody(group, record, 0),
    }),
    decode: (type, bytes) => {
      const refused = prefixFailure(bytes)
      if (refused !== undefined) return failed(refused)
      try {
        const record = bytes[0] === type ? decodeBody(group, type, unpack(bytes)) : undefined
        return record === undefined ? failed(unknownKind(type)) : ok(record)
      } catch (error) {
        return failed(shapeFailure(error))
      }
    },
  }
}
