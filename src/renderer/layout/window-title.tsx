import { useEffect } from 'react'
import { useSlice, useWords } from '../desk/index.ts'
import { usePanelTitle } from './panel-title.ts'
import { useShell, useShellState } from './shell.ts'
import { WORKSPACE_WORDS } from './workspaces.ts'

/** The page's title: in live its mode comes first. */
export function WindowTitle(): null {
  const t = useWords()
  const { tornOff } = useShell()
  const workspace = useShellState((state) => state.workspace)
  const mode = useSlice(['link'], ({ session }) => session.opening?.origin.mode)
  const panel = usePanelTitle(tornOff?.kind ?? 'chart', tornOff?.letter ?? 'A')
  const name = tornOff?.kind === undefined ? t(WORKSPACE_WORDS[workspace]) : panel
  const before = mode === undefined ? '' : `${mode === 'live' ? '◆ ' : ''}${t(`mode.${mode}`)} · `
  useEffect(() => {
    document.title = `${before}${name} · ghTrader`
  }, [before, name])
  return null
}
