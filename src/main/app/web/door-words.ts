import type { ErrorCode } from '../../../core/contracts/index.ts'

/** What a browser that is turned away can be told. The rest of web's codes is said elsewhere. */
export type DoorCode = Exclude<Extract<ErrorCode, `web.${string}`>, 'web.port' | 'web.size'>

/** As in `lang`: every page at the door has all of them. */
export type DoorLanguage = 'en' | 'zh-CN'

export interface DoorWords {
  /** What happened. */
  readonly happened: string
  /** What to do; `{l}` is the key that prints a fresh link. */
  readonly mend: string
}

/** Both languages of every code side by side: one that is missing does not compile. */
export const DOOR_WORDS: Readonly<Record<DoorCode, Readonly<Record<DoorLanguage, DoorWords>>>> = {
  'web.host': {
    en: {
      happened: 'This address is not the workstation’s own.',
      mend: 'It answers to 127.0.0.1 and localhost alone. Press {l} in the terminal of the workstation, and open the link that it prints.',
    },
    'zh-CN': {
      happened: '这不是工作站自己的地址。',
      mend: '工作站只能通过 127.0.0.1 或 localhost 访问。请在工作站的终端按 {l}，并打开它给出的链接。',
    },
  },
  'web.origin': {
    en: {
      happened: 'Another site led this browser here.',
      mend: 'That site got nothing. To work here, press {l} in the terminal of the workstation, and paste the link that it prints into the address line.',
    },
    'zh-CN': {
      happened: '此浏览器是由其他网站引到这里的。',
      mend: '该网站未得到任何内容。如要使用工作站，请在其终端按 {l}，并将它给出的链接粘贴到地址栏。',
    },
  },
  'web.session': {
    en: {
      happened: 'This browser was not let in, or its session is over.',
      mend: 'Press {l} in the terminal of the workstation, and open the link that it prints. It lets one browser in, once, within a minute.',
    },
    'zh-CN': {
      happened: '此浏览器尚未获准进入，或会话已过期。',
      mend: '请在工作站的终端按 {l}，并打开它给出的链接。链接一分钟内有效，只能使用一次。',
    },
  },
  'web.code': {
    en: {
      happened: 'This link was used already, or is no longer valid.',
      mend: 'Press {l} in the terminal of the workstation for a fresh link, and open it within a minute. It lets one browser in, once.',
    },
    'zh-CN': {
      happened: '此链接已使用过，或已失效。',
      mend: '请在工作站的终端按 {l} 获取新链接，并在一分钟内打开。每个链接只能使用一次。',
    },
  },
  'web.shape': {
    en: {
      happened: 'The workstation has no such page.',
      mend: 'Open its address with nothing after the port, or press {l} in the terminal of the workstation for a fresh link.',
    },
    'zh-CN': {
      happened: '工作站没有这样的页面。',
      mend: '请打开工作站的地址，端口之后不带任何内容；或在工作站的终端按 {l} 获取新链接。',
    },
  },
}

/** What stands before the code. */
export const CODE_LABEL: Readonly<Record<DoorLanguage, string>> = { en: 'Code', 'zh-CN': '代码' }
