import type { ChainStanding } from '../../../core/desk/chain-standing.ts'
import { age, clockTime, decimal } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'

/** What the head of the audit log says of the journal's seals. */
export interface ChainWords {
  /** In a filled frame, where the chain does not hold. */
  readonly fault: string
  readonly words: string
  readonly tone: 'plain' | 'warn' | 'grey'
}

export function chainWords(chain: ChainStanding, t: Translate): ChainWords {
  const { verdict, waits } = chain
  const records = decimal(chain.records)
  const sealed = t('chain.sealed', { records, time: clockTime(chain.at) })
  const late = waits > 0 ? t('chain.late', { age: age(waits) }) : ''
  const say = (words: string, fault = ''): ChainWords => {
    const all = [words, late].filter((each) => each !== '').join(' · ')
    return { fault, words: all, tone: late === '' ? 'plain' : 'warn' }
  }
  const after = decimal(chain.after)
  const until = decimal(chain.until)
  switch (verdict) {
    case 'off':
      return { fault: '', words: t('chain.off'), tone: 'grey' }
    case 'unknown':
      return { fault: '', words: t('chain.unknown'), tone: 'grey' }
    case 'none':
      return say(t('chain.none'))
    case 'checking':
      return say(t('chain.checking', { records }))
    case 'intact':
      return say(`${t('chain.intact')} · ${sealed}`)
    case 'broken':
      return say(
        `${t('chain.broken', { from: decimal(chain.after + 1), until })} · ${sealed}`,
        t('chain.fault.broken'),
      )
    case 'lost':
      return say(`${t('chain.lost', { after, until })} · ${sealed}`, t('chain.fault.lost'))
    case 'unreadable':
      return say(`${t('chain.unreadable', { after })} · ${sealed}`, t('chain.fault.unreadable'))
  }
}
