import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { Dialog } from '../components/dialog.tsx'
import { useWindow, useWords } from '../desk/index.ts'
import { useShell } from '../layout/shell.ts'
import type { PaletteCommand } from './commands.ts'
import { commandsOf } from './commands.ts'
import { ranked } from './score.ts'
import { symbolCommands } from './symbol-commands.ts'
import './palette.css'

/** So many can be seen at most: who wants others types more. */
const MOST = 60

/** Everything that can be done here, found by a few letters; or every symbol. */
export function Palette({ of }: { readonly of: 'commands' | 'symbols' }): ReactElement {
  const t = useWords()
  const window = useWindow()
  const shell = useShell()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const all = useMemo(() => {
    const symbols = symbolCommands(window)
    return of === 'symbols' ? symbols : [...commandsOf(window), ...symbols]
  }, [window, of])
  const found = useMemo(
    () => ranked(typed, all, ({ words, also = [] }) => [words, ...also]).slice(0, MOST),
    [typed, all],
  )
  const current = found[Math.min(chosen, found.length - 1)]
  const run = (command: PaletteCommand | undefined): void => {
    if (command === undefined) return
    shell.open(undefined)
    // After the dialog has given the focus back: the command may give it to something else.
    queueMicrotask(() => setTimeout(command.run))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const last = Math.max(0, found.length - 1)
      setChosen((now) =>
        Math.abs(by) === 1 && (now + by < 0 || now + by > last)
          ? (now + by + last + 1) % (last + 1)
          : Math.min(last, Math.max(0, now + by)),
      )
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(current)
    }
  }
  const label = t(of === 'symbols' ? 'palette.find-symbol' : 'palette.find')
  return (
    <Dialog
      title={t(of === 'symbols' ? 'palette.symbols' : 'palette.title')}
      onClose={() => shell.open(undefined)}
      look="top"
    >
      <input
        className="palette-input"
        data-autofocus=""
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={current === undefined ? undefined : `palette-${current.id}`}
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className="only-spoken" role="status">
        {t('palette.count', { count: found.length })}
      </p>
      {found.length === 0 && <p className="palette-nothing">{t('palette.nothing')}</p>}
      <div className="palette-list" id="palette-list" role="listbox" aria-label={label}>
        {found.map((command) => (
          <Option
            key={command.id}
            command={command}
            chosen={command === current}
            onRun={() => run(command)}
          />
        ))}
      </div>
    </Dialog>
  )
}

interface OptionProps {
  readonly command: PaletteCommand
  readonly chosen: boolean
  readonly onRun: () => void
}

function Option({ command, chosen, onRun }: OptionProps): ReactElement {
  const t = useWords()
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) own.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div
      className="palette-option"
      id={`palette-${command.id}`}
      role="option"
      aria-selected={chosen}
      ref={own}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <span className="palette-group">{t(command.group)}</span>
      <span className="palette-words">{command.words}</span>
      {command.chord !== undefined && command.chord !== '' && <kbd>{command.chord}</kbd>}
    </div>
  )
}
