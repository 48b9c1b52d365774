import type { WindowBridge } from '../../core/contracts/window-host.ts'
import type { Letter, WindowContext } from '../desk/index.ts'
import { useWindow } from '../desk/index.ts'
import type { PanelName } from '../panels/index.ts'
import { noticesOf } from './notices.ts'
import { tornOffAddress, tornOffName } from './torn-off-address.ts'

declare global {
  interface Window {
    /** Under Electron alone. */
    readonly ghtrader?: WindowBridge
  }
}

/** Shows a panel in a window of its own: a page of its own, with its own line to main. */
export function tearOff(context: WindowContext, kind: PanelName, letter: Letter): void {
  const name = tornOffName(kind, letter)
  const blocked = (): void => noticesOf(context).say('notice.blocked')
  if (window.ghtrader !== undefined) {
    window.ghtrader.openPanel(name).catch(blocked)
    return
  }
  const opened = window.open(tornOffAddress(kind, letter), name, 'popup,width=720,height=560')
  if (opened === null) blocked()
  else opened.focus()
}

export function useTearOff(): (kind: PanelName, letter: Letter) => void {
  const context = useWindow()
  return (kind, letter) => tearOff(context, kind, letter)
}
