import type { Refusal } from '../../../core/desk/refusal-list.ts'
import type { Column } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { clockTime } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { detailWords } from '../../words/index.ts'
import { codeText, ownerText } from '../listing/cells.ts'

export function refusalColumns(desk: Desk, t: Translate): readonly Column<Refusal>[] {
  return [
    {
      id: 'time',
      title: 'time',
      width: 11,
      fixed: true,
      paint: ({ at }, cell) => cell.write(clockTime(at, 3)),
      order: ({ at }) => at,
    },
    {
      id: 'sender',
      title: 'owner',
      width: 7,
      drop: 1,
      paint: (refusal, cell) => cell.write(senderText(desk, refusal, t)),
      order: (refusal) => senderText(desk, refusal, t),
    },
    {
      id: 'what',
      title: 'col.what',
      width: 8,
      paint: (refusal, cell) => {
        const { what, order } = refusal
        const symbol = order === undefined ? '' : ` ${codeText(desk, order.instrument)}`
        cell.write(t(`command.${what}`) + symbol)
      },
    },
    {
      id: 'happened',
      title: 'col.happened',
      width: 40,
      paint: (refusal, cell) => {
        const words = happenedText(refusal, t)
        cell.write(words)
        cell.hint(words)
      },
    },
    {
      id: 'code',
      title: 'col.code',
      width: 14,
      fixed: true,
      paint: ({ code }, cell) => cell.write(code, 'code muted'),
      order: ({ code }) => code,
    },
    {
      id: 'message',
      title: 'col.message',
      width: 30,
      drop: 2,
      paint: (refusal, cell) => {
        const words = addedText(refusal, t)
        cell.write(words, 'muted')
        cell.hint(words)
      },
    },
  ]
}

function senderText(desk: Desk, { sender, order }: Refusal, t: Translate): string {
  if (order !== undefined) return ownerText(desk, order.owner, t)
  return sender === 'hand' ? t('hand') : sender
}

/** What was said beyond the code: in the window's language where that is the program's own. */
export function addedText({ code, message }: Refusal, t: Translate): string {
  return (code === '' ? undefined : detailWords({ code, message }, t)) ?? message
}

/** Plain words of the code; how often, where it was more than once. */
export function happenedText({ code, times, message }: Refusal, t: Translate): string {
  const words = code === '' ? message || t('refusals.unnamed') : t(`code.${code}`)
  return times === 1 ? words : `${t('refusals.times', { times })} ${words}`
}
