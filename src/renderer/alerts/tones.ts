import type { AlertLevel } from './alert-level.ts'

/** Pitches in hertz, one after the other. */
const TONES: Readonly<Record<AlertLevel, readonly number[]>> = {
  fill: [880, 1175],
  warning: [440],
  critical: [660, 440, 660, 440],
}
const LENGTH = 0.09
const LOUDNESS = 0.12

/**
 * Plays alerts. A browser lets a page sound only after somebody has used it; until then it is mute.
 */
export class Tones {
  #context: AudioContext | undefined

  play(level: AlertLevel): void {
    const context = this.#open()
    if (context === undefined || context.state !== 'running') return
    for (const [index, pitch] of TONES[level].entries()) {
      const from = context.currentTime + index * LENGTH
      const tone = context.createOscillator()
      const loudness = context.createGain()
      tone.frequency.value = pitch
      loudness.gain.setValueAtTime(LOUDNESS, from)
      loudness.gain.exponentialRampToValueAtTime(0.001, from + LENGTH)
      tone.connect(loudness).connect(context.destination)
      tone.start(from)
      tone.stop(from + LENGTH)
    }
  }

  #open(): AudioContext | undefined {
    if (this.#context === undefined && navigator.userActivation.hasBeenActive) {
      this.#context = new AudioContext()
    }
    if (this.#context?.state === 'suspended') void this.#context.resume()
    return this.#context
  }
}
