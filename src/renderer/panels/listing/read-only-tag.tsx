import type { ReactElement } from 'react'
import { Tag } from '../../components/index.ts'
import { useSelected, useWords } from '../../desk/index.ts'
import { MODE_SIGNS, isHandless } from '../../format/index.ts'

/** In the head of what takes orders, where nobody's hand trades: says so, and why. */
export function ReadOnlyTag(): ReactElement | null {
  const t = useWords()
  const mode = useSelected(['link'], ({ session }) => session.opening?.origin.mode)
  if (!isHandless(mode)) return null
  return (
    <span className="read-only" title={t(`entry.${mode}`)}>
      <Tag>{MODE_SIGNS[mode]}</Tag>
      <Tag>{`${MODE_SIGNS[mode]} ${t('panel.readonly')}`}</Tag>
    </span>
  )
}
