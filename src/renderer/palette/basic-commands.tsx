import type { Letter, WindowContext } from '../desk/index.ts'
import { useWindow } from '../desk/index.ts'
import { KEY_NAMES, ON_MAC, keyEntry, keysOf } from '../keys/index.ts'
import { shownChord } from '../keys/chord.ts'
import { panelKindOf } from '../layout/panel-kind-of.ts'
import { CHOICES } from '../layout/preference-choices.ts'
import type { Shell } from '../layout/shell.ts'
import { shellOf } from '../layout/shell.ts'
import { tearOff } from '../layout/tear-off.ts'
import type { PanelName } from '../panels/index.ts'
import { PANELS } from '../panels/index.ts'
import type { Preferences } from '../preferences/index.ts'
import type { Word } from '../words/index.ts'
import { TEXTS } from '../words/index.ts'
import type { PaletteCommand } from './commands.ts'
import { useCommands } from './commands.ts'
import { openPanel } from './open-panel.ts'

/** What the window itself can do: its keys, panels, preferences. */
export function BasicCommands(): null {
  const window = useWindow()
  useCommands(() => [...keyCommands(window), ...panelCommands(window), ...viewCommands(window)])
  return null
}

/** Every key of the window but those that open the palette, and those that send or want holding. */
function keyCommands(window: WindowContext): readonly PaletteCommand[] {
  const keys = keysOf(window)
  const { chords } = keys.store.getState()
  const general = new Set<string>(['always', 'anywhere', 'desk'])
  const shown = KEY_NAMES.filter((name) => {
    const { scope, press, trades } = keyEntry(name)
    const own = name === 'close' || name === 'commands' || /^(panel|chip)\.\d$/.test(name)
    return general.has(scope) && press !== 'hold' && trades !== 'sends' && !own
  })
  return shown.map((name) => ({
    id: `key.${name}`,
    group: 'palette.group.key',
    words: window.translate()(`key.${name}`),
    also: both(`key.${name}`),
    chord: shownChord(chords[name], ON_MAC) + (keyEntry(name).press === 'double' ? ' ×2' : ''),
    run: () => void keys.press(name),
  }))
}

function panelCommands(window: WindowContext): readonly PaletteCommand[] {
  const t = window.translate()
  const shell = shellOf(window)
  if (shell.tornOff !== undefined) return []
  const letter = activeLetter(shell)
  return (Object.keys(PANELS) as PanelName[]).flatMap((kind) => {
    const { title } = panelKindOf(kind)
    const panel = t(title)
    const also = [...both(title), kind]
    const group = 'palette.group.panel'
    return [
      {
        id: `open.${kind}`,
        group,
        words: t('palette.open-panel', { panel }),
        also,
        run: () => openPanel(window, kind),
      },
      {
        id: `tear-off.${kind}`,
        group,
        words: t('palette.tear-off', { panel }),
        also,
        run: () => tearOff(window, kind, letter),
      },
    ]
  })
}

function viewCommands(window: WindowContext): readonly PaletteCommand[] {
  const t = window.translate()
  const { preferences } = window
  const open: PaletteCommand = {
    id: 'preferences',
    group: 'palette.group.view',
    words: t('preferences.title'),
    also: both('preferences.title'),
    run: () => shellOf(window).open('preferences'),
  }
  const names = Object.keys(CHOICES) as (keyof Preferences)[]
  const choices = names.flatMap((name) =>
    CHOICES[name].map((value): PaletteCommand => {
      const word = `preferences.${name}.${String(value)}` as Word
      const words = (text: (word: Word) => string): string =>
        `${text(`preferences.${name}`)}: ${text(word)}`
      return {
        id: word,
        group: 'palette.group.view',
        words: t('palette.preference', { name: t(`preferences.${name}`), value: t(word) }),
        also: [words((each) => TEXTS.en[each]), words((each) => TEXTS.zh[each])],
        run: () => preferences.setState({ [name]: value }),
      }
    }),
  )
  return [open, ...choices]
}

export function activeLetter(shell: Shell): Letter {
  if (shell.tornOff !== undefined) return shell.tornOff.letter
  const { dock } = shell
  const active = dock?.active
  return (active && dock?.paramsOf(active)?.letter) ?? 'A'
}

/** Commands are found by their words of either language. */
function both(word: Word): readonly string[] {
  return [TEXTS.en[word], TEXTS.zh[word]]
}
