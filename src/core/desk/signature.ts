import type { Mode } from '../contracts/index.ts'

/** How a person signs for something grave. */
export interface Signature {
  /** What the field for the name holds at first. */
  readonly offered: string
  /** With real money a name is typed; else the user of the machine may sign. */
  readonly needsName: boolean
}

/** @param user of the machine, who is named with every command, whatever is typed. */
export function signatureOf(mode: Mode | undefined, user: string): Signature {
  const needsName = mode !== 'simulated' && mode !== 'paper'
  return { offered: needsName ? '' : user, needsName }
}

/** The name to send; undefined while one is still to be typed. */
export function signedBy({ needsName }: Signature, typed: string): string | undefined {
  const name = typed.trim()
  return needsName && name === '' ? undefined : name
}
