import type { RefObject } from 'react'
import { useKey } from '../keys/index.ts'
import type { KeyName } from '../keys/index.ts'
import { focusNextPanel, focusPanel, focusPanelById, panelsIn } from './panel-focus.ts'
import { useShell } from './shell.ts'
import type { Overlay } from './shell.ts'
import { useTearOff } from './tear-off.ts'

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

interface LayoutKeysProps {
  readonly place: RefObject<HTMLElement | null>
}

/** What keys do with panels, tabs and layouts. */
export function LayoutKeys({ place }: LayoutKeysProps): React.ReactElement {
  const shell = useShell()
  const tearOff = useTearOff()
  const whole = shell.tornOff === undefined
  const withPlace = (act: (element: HTMLElement) => void) => () => {
    if (place.current !== null) act(place.current)
  }
  useKey(
    'panel.next',
    withPlace((element) => focusNextPanel(element, 1)),
  )
  useKey(
    'panel.previous',
    withPlace((element) => focusNextPanel(element, -1)),
  )
  const turn = (by: 1 | -1) => () => {
    const panel = shell.dock?.turn(by)
    withPlace((element) => focusPanelById(element, panel?.id))()
  }
  useKey('tab.previous', whole ? turn(-1) : undefined)
  useKey('tab.next', whole ? turn(1) : undefined)
  const close = (): void => {
    shell.dock?.closeActive()
    withPlace((element) => focusPanelById(element, shell.dock?.active?.id))()
  }
  useKey('panel.close', whole ? close : undefined)
  const alone = (): void => {
    const panel = shell.dock?.active
    const params = panel && shell.dock?.paramsOf(panel)
    if (params !== undefined) tearOff(params.kind, params.letter)
  }
  useKey('panel.tear-off', whole ? alone : undefined)
  useKey('letter', whole ? () => shell.dock?.nextLetter(shell.dock.active) : undefined)
  useKey('layout.undo', whole ? () => void shell.dock?.undo() : undefined)
  useKey('layout.reset', whole ? () => shell.dock?.reset() : undefined)
  const tape = (): void => {
    shell.go('desk')
    const panel = shell.docks.get('desk')?.reveal('tape')
    withPlace((element) => focusPanelById(element, panel?.id))()
  }
  useKey('tape', whole ? tape : undefined)
  return (
    <>
      {NUMBERS.map((number) => (
        <PanelKey
          key={number}
          name={`panel.${number}`}
          call={withPlace((element) => focusPanel(panelsIn(element)[number - 1]))}
        />
      ))}
      <OverlayKey name="commands" overlay="commands" />
      <OverlayKey name="symbols" overlay="symbols" />
      <OverlayKey name="keys" overlay="keys" />
    </>
  )
}

function PanelKey({ name, call }: { readonly name: KeyName; readonly call: () => void }): null {
  useKey(name, call)
  return null
}

function OverlayKey({
  name,
  overlay,
}: {
  readonly name: KeyName
  readonly overlay: Overlay
}): null {
  const shell = useShell()
  useKey(name, () => shell.open(overlay))
  return null
}
