import type { ReactElement } from 'react'
import { useEffect, useRef } from 'react'
import { DIALOGS } from '../components/dialog-place.ts'
import { useWindow, useWords } from '../desk/index.ts'
import { KeyList } from '../keys/key-list.tsx'
import { ON_MAC, keysOf } from '../keys/index.ts'
import { listenToKeys } from '../keys/listen.ts'
import { Palette } from '../palette/palette.tsx'
import { BasicCommands } from '../palette/basic-commands.tsx'
import { LayoutKeys } from './layout-keys.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { PanelMenu } from './panel-menu.tsx'
import { rememberFocus } from './panel-focus.ts'
import { PreferenceKeys } from './preference-keys.tsx'
import { PreferencesDialog } from './preferences-dialog.tsx'
import { shareBetweenWindows } from './shared-between-windows.ts'
import { useShell, useShellState } from './shell.ts'
import { StopKeys } from './stop-keys.tsx'
import { TornOffPanel } from './torn-off-panel.tsx'
import { WindowTitle } from './window-title.tsx'
import { Workspaces } from './workspaces-shown.tsx'
import './dock.css'

/** All between the bars: docked panels, what opens above them, and the keys of the window. */
export function Dock(): ReactElement {
  const t = useWords()
  const window = useWindow()
  const { tornOff } = useShell()
  const overlay = useShellState((state) => state.overlay)
  const place = useRef<HTMLElement>(null)
  useEffect(() => listenToKeys(keysOf(window), globalThis.window, ON_MAC), [window])
  useEffect(() => shareBetweenWindows(window), [window])
  return (
    <main
      className="dock"
      aria-label={t('layout.area')}
      ref={place}
      onFocus={(event) => rememberFocus(event.nativeEvent)}
    >
      <NoticeBar />
      <div className="dock-panels">
        {tornOff === undefined ? <Workspaces /> : <TornOffPanel {...tornOff} />}
      </div>
      <PanelMenu />
      <div className="dock-dialogs" id={DIALOGS} />
      {(overlay === 'commands' || overlay === 'symbols') && <Palette key={overlay} of={overlay} />}
      {overlay === 'keys' && <KeyList />}
      {overlay === 'preferences' && <PreferencesDialog />}
      <LayoutKeys place={place} />
      <PreferenceKeys />
      <StopKeys />
      <BasicCommands />
      <WindowTitle />
    </main>
  )
}
