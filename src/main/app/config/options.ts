import { FILL_RULES } from '../../../core/exchange/index.ts'
import type { SettingName } from './settings.ts'

/** One thing that can be set by flag, by environment and in the file. */
export interface Option {
  /** `fill-rule`: as a flag `--fill-rule`, in the environment `GHTRADER_FILL_RULE`. */
  readonly flag: string
  /** What stands for the value in the help; empty for a switch, which has none. */
  readonly placeholder: string
  readonly about: string
  /** How text becomes a value: a number, a switch, words, or a list of paths. */
  readonly kind: 'number' | 'switch' | 'text' | 'paths'
  /** Relative paths are those of the file that names them, or of the current folder. */
  readonly isPath?: true
  /** It may hold a password, and is never shown. */
  readonly isSecret?: true
  readonly expected: string
  readonly fits: (value: unknown) => boolean
}

const LARGEST_SEED = 4_294_967_295

/** By the name that a setting has in the config file. */
export const OPTIONS: Readonly<Record<SettingName, Option>> = {
  replay: {
    flag: 'replay',
    placeholder: 'PATH…',
    about: 'trade recorded files, or folders of them, instead of the built-in market',
    kind: 'paths',
    isPath: true,
    expected: 'a list of paths',
    fits: (value) => Array.isArray(value) && value.every((path) => isText(path) && path !== ''),
  },
  speed: {
    flag: 'speed',
    placeholder: 'N|max',
    about: 'replay N times as fast as it was, or as fast as it goes (1)',
    kind: 'number',
    expected: 'a number above 0, or max',
    fits: (value) => value === 'max' || (isNumber(value) && value > 0),
  },
  symbol: {
    flag: 'symbol',
    placeholder: 'CODE',
    about: 'contract of a recording that does not name its own, as SHFE.ag2012',
    kind: 'text',
    expected: 'a contract such as SHFE.ag2012',
    fits: isText,
  },
  data: {
    flag: 'data',
    placeholder: 'DIR',
    about: "folder for all that is kept (the system's place for data)",
    kind: 'text',
    isPath: true,
    expected: 'the path of a folder',
    fits: (value) => isText(value) && value !== '',
  },
  profile: {
    flag: 'profile',
    placeholder: 'NAME',
    about: 'account to go on with; each has books of its own (default)',
    kind: 'text',
    expected: '1 to 24 of the characters a–z, 0–9 and _',
    fits: (value) => isText(value) && /^[a-z0-9_]{1,24}$/.test(value),
  },
  seed: {
    flag: 'seed',
    placeholder: 'N',
    about: 'where the built-in market and delays take their randomness from (1)',
    kind: 'number',
    expected: `a whole number from 0 to ${LARGEST_SEED}`,
    fits: (value) => isWhole(value, 0, LARGEST_SEED),
  },
  rate: {
    flag: 'rate',
    placeholder: 'N',
    about: 'book events a second and instrument in the built-in market (100)',
    kind: 'number',
    expected: 'a number from 0 to 100000',
    fits: (value) => isNumber(value, 0, 100_000),
  },
  fillRule: {
    flag: 'fill-rule',
    placeholder: FILL_RULES.join('|'),
    about: 'when waiting orders fill in replay (conservative)',
    kind: 'text',
    expected: `one of ${FILL_RULES.join(', ')}`,
    fits: (value) => FILL_RULES.some((rule) => rule === value),
  },
  latencyMs: {
    flag: 'latency-ms',
    placeholder: 'N',
    about: 'mean delay each way between gateway and exchange (0)',
    kind: 'number',
    expected: 'a number from 0 to 10000',
    fits: (value) => isNumber(value, 0, 10_000),
  },
  cash: {
    flag: 'cash',
    placeholder: 'CNY',
    about: 'money of an account at its first start (10000000)',
    kind: 'number',
    expected: 'an amount above 0 with at most two decimals',
    fits: (value) => isNumber(value, 0.01, 1e12) && /^\d+(\.\d\d?)?$/.test(String(value)),
  },
  seconds: {
    flag: 'seconds',
    placeholder: 'N',
    about: 'stop by itself after so many seconds',
    kind: 'number',
    expected: 'a number above 0',
    fits: (value) => isNumber(value) && value > 0,
  },
  noModel: {
    flag: 'no-model',
    placeholder: '',
    about: 'leave out strategies that ask a model',
    kind: 'switch',
    expected: 'true or false',
    fits: isSwitch,
  },
  oneProcess: {
    flag: 'one-process',
    placeholder: '',
    about: 'trade in this one process, without workers, stores and windows',
    kind: 'switch',
    expected: 'true or false',
    fits: isSwitch,
  },
  redis: {
    flag: 'redis',
    placeholder: 'URL',
    about: 'Redis for the latest figures, as redis://localhost:6379 (none)',
    kind: 'text',
    isSecret: true,
    expected: 'a URL such as redis://localhost:6379',
    fits: (value) => isUrl(value, ['redis:', 'rediss:']),
  },
  questdb: {
    flag: 'questdb',
    placeholder: 'CONF',
    about: 'QuestDB for history, as http::addr=localhost:9000; (an embedded store)',
    kind: 'text',
    isSecret: true,
    expected: 'a configuration such as http::addr=localhost:9000;',
    fits: (value) => isText(value) && /^https?::addr=[^;\s]+(;|$)/.test(value),
  },
  questdbPg: {
    flag: 'questdb-pg',
    placeholder: 'URL',
    about: 'where that QuestDB answers, as postgresql://user:password@localhost:8812/qdb',
    kind: 'text',
    isSecret: true,
    expected: 'a URL such as postgresql://user:password@localhost:8812/qdb',
    fits: (value) => isUrl(value, ['postgres:', 'postgresql:']),
  },
  noElectron: {
    flag: 'no-electron',
    placeholder: '',
    about: 'show the window in a browser, even where Electron is there',
    kind: 'switch',
    expected: 'true or false',
    fits: isSwitch,
  },
  noOpen: {
    flag: 'no-open',
    placeholder: '',
    about: 'open no browser by itself; the link is on the screen',
    kind: 'switch',
    expected: 'true or false',
    fits: isSwitch,
  },
  noWeb: {
    flag: 'no-web',
    placeholder: '',
    about: 'serve no local page',
    kind: 'switch',
    expected: 'true or false',
    fits: isSwitch,
  },
  webPort: {
    flag: 'web-port',
    placeholder: 'N',
    about: 'port of the local page; 0 takes any that is free (0)',
    kind: 'number',
    expected: 'a whole number from 0 to 65535',
    fits: (value) => isWhole(value, 0, 65_535),
  },
  runtime: {
    flag: 'runtime',
    placeholder: 'DIR',
    about: "folder for sockets; a short path of your own (the system's place for them)",
    kind: 'text',
    isPath: true,
    expected: 'the path of a folder',
    fits: (value) => isText(value) && value !== '',
  },
  silenceMs: {
    flag: 'silence-ms',
    placeholder: 'N',
    about: 'silence after which a process counts as stalled (1000)',
    kind: 'number',
    expected: 'a whole number from 50 to 600000',
    fits: (value) => isWhole(value, 50, 600_000),
  },
}

/** Flags that are no settings: they choose the file, or what to do instead of trading. */
export const OTHER_FLAGS: Readonly<Record<string, Pick<Option, 'placeholder' | 'about'>>> = {
  config: { placeholder: 'FILE', about: "read this file instead of the system's ghtrader.json" },
  terminal: { placeholder: '', about: 'show the table in the terminal and no window' },
  help: { placeholder: '', about: 'print this and leave' },
  version: { placeholder: '', about: 'print the version and leave' },
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isNumber(value: unknown, least = -Infinity, most = Infinity): value is number {
  return Number.isFinite(value) && Number(value) >= least && Number(value) <= most
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && isNumber(value, least, most)
}

function isSwitch(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isUrl(value: unknown, protocols: readonly string[]): boolean {
  return isText(value) && URL.canParse(value) && protocols.includes(new URL(value).protocol)
}
