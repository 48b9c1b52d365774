import type { WindowContext } from '../desk/index.ts'
import { shortName } from '../format/index.ts'
import { shellOf } from '../layout/shell.ts'
import { activeLetter } from './basic-commands.tsx'
import type { PaletteCommand } from './commands.ts'

/** One for each instrument: the letter of the panel with the focus shows it. */
export function symbolCommands(window: WindowContext): readonly PaletteCommand[] {
  const { desk } = window
  const letter = activeLetter(shellOf(window))
  const t = window.translate()
  const { language } = window.preferences.getState()
  return (desk.replica?.state.instruments ?? []).flatMap((instrument) => {
    if (instrument === undefined) return []
    const { symbol } = instrument
    const code = symbol.split('.').at(-1) ?? symbol
    return [
      {
        id: `symbol.${symbol}`,
        group: 'palette.group.symbol',
        words: t('palette.symbol', {
          letter,
          symbol: code,
          name: shortName(instrument.name[language]),
        }),
        also: [code, symbol],
        run: () => desk.focus.show(letter, symbol),
      },
    ]
  })
}
