import type { Fact, SnapshotFact } from '../index.ts'
import type { Bodies, Body } from './body.ts'
import { body, inner } from './body.ts'
import { natural, text } from './scalar.ts'
import { list, table } from './tuple.ts'

/** Facts inside a snapshot, each with its kind's number; they may not nest another one. */
export function snapshotBody(facts: Bodies<Exclude<Fact, SnapshotFact>>): Body<SnapshotFact> {
  return body<SnapshotFact>('snapshot', 20, {
    requester: text(),
    facts: list(inner(facts)),
    seqs: table(text(), natural()),
  })
}
