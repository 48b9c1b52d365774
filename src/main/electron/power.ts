import { powerMonitor, powerSaveBlocker } from 'electron'

const LOOK_EVERY = 1000

export interface PowerParts {
  /** The machine falls asleep, or is awake again. */
  readonly onPower: (asleep: boolean) => void
  /** The machine is switched off. */
  readonly onShutdown: () => void
  /** Whether orders can come about just now. */
  readonly trading: () => boolean
}

/**
 * Tells of sleep, and keeps the machine from falling asleep by itself while orders can come about.
 */
export function watchPower({ onPower, onShutdown, trading }: PowerParts): () => void {
  const onSuspend = (): void => onPower(true)
  const onResume = (): void => onPower(false)
  // The system waits a while for whoever asks it to.
  const onEnd = (event?: { readonly preventDefault: () => void }): void => {
    event?.preventDefault()
    onShutdown()
  }
  const events: NodeJS.EventEmitter = powerMonitor
  events.on('suspend', onSuspend).on('resume', onResume).on('shutdown', onEnd)
  let blocker: number | undefined
  const look = (): void => {
    const wanted = trading()
    if (wanted && blocker === undefined) blocker = powerSaveBlocker.start('prevent-app-suspension')
    if (!wanted && blocker !== undefined) release()
  }
  const release = (): void => {
    if (blocker !== undefined) powerSaveBlocker.stop(blocker)
    blocker = undefined
  }
  const timer = setInterval(look, LOOK_EVERY)
  return () => {
    clearInterval(timer)
    release()
    events.off('suspend', onSuspend).off('resume', onResume).off('shutdown', onEnd)
  }
}
