import type { KeyEntry, KeyPress, KeyScope } from './key-entry.ts'

type Trades = KeyEntry['trades']

function key(scope: KeyScope, chord: string, trades: Trades = 'no'): KeyEntry {
  return { chord, scope, press: 'once', trades }
}

function slow(press: KeyPress, scope: KeyScope, chord: string, trades: Trades): KeyEntry {
  return { chord, scope, press, trades }
}

/** Every key of the workstation by name, as it is until a person changes it. */
export const KEY_TABLE = {
  'workspace.desk': key('anywhere', 'F1'),
  'workspace.analyst': key('anywhere', 'F2'),
  'workspace.models': key('anywhere', 'F3'),
  'workspace.system': key('anywhere', 'F4'),
  commands: key('anywhere', 'Ctrl K'),
  symbols: key('anywhere', 'Ctrl P'),
  keys: key('anywhere', 'Ctrl /'),
  language: key('always', 'Ctrl Shift L'),
  theme: key('always', ''),
  density: key('always', ''),
  scheme: key('always', ''),
  sounds: key('always', 'Alt S'),
  close: { ...key('always', 'Escape'), fixed: true },

  buy: key('desk', 'Ctrl B', 'sends'),
  sell: key('desk', 'Ctrl S', 'sends'),
  confirm: key('dialog', 'Ctrl Enter', 'sends'),
  'cancel-all': slow('double', 'desk', 'Escape', 'stops'),
  'flatten-symbol': slow('hold', 'desk', 'Ctrl Delete', 'sends'),
  'flatten-all': slow('hold', 'always', 'F12', 'sends'),
  pause: key('desk', 'P', 'stops'),
  'pause-all': key('desk', 'Shift P', 'stops'),

  'live-edge': key('desk', 'Space'),
  tape: key('desk', 'T'),
  centre: key('desk', 'C'),
  speak: key('anywhere', 'Ctrl Shift Space'),

  'chip.1': key('anywhere', 'Alt 1'),
  'chip.2': key('anywhere', 'Alt 2'),
  'chip.3': key('anywhere', 'Alt 3'),
  'chip.4': key('anywhere', 'Alt 4'),
  'chip.5': key('anywhere', 'Alt 5'),
  'chip.6': key('anywhere', 'Alt 6'),

  'panel.next': key('anywhere', 'F6'),
  'panel.previous': key('anywhere', 'Shift F6'),
  'panel.1': key('anywhere', 'Ctrl 1'),
  'panel.2': key('anywhere', 'Ctrl 2'),
  'panel.3': key('anywhere', 'Ctrl 3'),
  'panel.4': key('anywhere', 'Ctrl 4'),
  'panel.5': key('anywhere', 'Ctrl 5'),
  'panel.6': key('anywhere', 'Ctrl 6'),
  'panel.7': key('anywhere', 'Ctrl 7'),
  'panel.8': key('anywhere', 'Ctrl 8'),
  'panel.9': key('anywhere', 'Ctrl 9'),
  'panel.close': key('desk', 'Alt W'),
  'panel.tear-off': key('desk', ''),
  'tab.previous': key('desk', 'Alt Left'),
  'tab.next': key('desk', 'Alt Right'),
  letter: key('anywhere', 'Ctrl L'),
  'layout.undo': key('desk', 'Ctrl Z'),
  'layout.reset': key('desk', ''),

  'chart.measure': key('chart', 'M'),
  'chart.earlier': key('chart', '['),
  'chart.later': key('chart', ']'),
  'ladder.buy': key('ladder', 'B', 'sends'),
  'ladder.sell': key('ladder', 'S', 'sends'),
  'ladder.cancel': key('ladder', 'X', 'stops'),
  'ladder.higher': key('ladder', 'Ctrl Up', 'sends'),
  'ladder.lower': key('ladder', 'Ctrl Down', 'sends'),
  'tape.freeze': key('tape', 'Space'),
  'tape.size': key('tape', 'F'),
  'orders.cancel': key('orders', 'Delete', 'stops'),
  'watch-list.remove': key('watch-list', 'Delete'),
  'event-log.filter': key('event-log', 'F'),
  'audit.filter': key('audit', 'F'),
  'processes.restart': slow('hold', 'processes', 'Ctrl R', 'no'),
} as const satisfies Readonly<Record<string, KeyEntry>>

export type KeyName = keyof typeof KEY_TABLE

export const KEY_NAMES = Object.keys(KEY_TABLE) as readonly KeyName[]

export function keyEntry(name: KeyName): KeyEntry {
  return KEY_TABLE[name]
}

export function isKeyName(text: string): text is KeyName {
  return Object.hasOwn(KEY_TABLE, text)
}
