/** What is known of a shell that is tried. */
export interface TriedShell {
  readonly plan: { readonly electron: { readonly standsIn: boolean } }
  /** How it ended: its exit code, or the signal. */
  readonly ended: Promise<number | string | null>
  readonly log: string
}

/** How a program ends that broke in its own native code, not one that was told to end. */
const CRASHES: ReadonlySet<unknown> = new Set([
  'SIGSEGV',
  'SIGABRT',
  'SIGBUS',
  'SIGILL',
  'SIGTRAP',
  'SIGFPE',
])
/** An end is heard of a moment after the line to it broke, in ms. */
const ENDS_WITHIN = 2000
const LAST_LINES = 8

/**
 * Tries a check. An old Electron that crashes in the midst says nothing of ours, which is script:
 * then, aloud, another one is started and tried, once. One that is meant gets no second try.
 *
 * @returns the shell that passed.
 * @throws Error why it did not, with how the shell is and what it said last.
 */
export async function tried<Shell extends TriedShell>(
  shell: Shell,
  check: (shell: Shell) => Promise<unknown>,
  startAnew: () => Promise<Shell>,
): Promise<Shell> {
  try {
    await check(shell)
    return shell
  } catch (error) {
    const end = await endOf(shell)
    if (!shell.plan.electron.standsIn || !CRASHES.has(end)) {
      throw told(shell, end, error)
    }
    process.stderr.write(`the old Electron crashed (${end}); the check is tried on another\n`)
  }
  const other = await startAnew()
  try {
    await check(other)
    return other
  } catch (error) {
    throw told(other, await endOf(other), error)
  }
}

/** @returns undefined for one that lives. */
async function endOf(shell: TriedShell): Promise<number | string | null | undefined> {
  let late: NodeJS.Timeout | undefined
  const living = new Promise<undefined>((resolve) => {
    late = setTimeout(() => resolve(undefined), ENDS_WITHIN)
  })
  const end = await Promise.race([shell.ended, living])
  clearTimeout(late)
  return end
}

function told(shell: TriedShell, end: number | string | null | undefined, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause
  const state = end === undefined ? 'the shell lives' : `the shell ended with ${end}`
  const said = shell.log.trimEnd().split('\n').slice(-LAST_LINES)
  const message = [cause.message, `${state}, and said last:`, ...said].join('\n')
  return new Error(message, { cause })
}
