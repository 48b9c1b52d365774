import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { TriedShell } from './tried.ts'
import { tried } from './tried.ts'

/** How one ends: a code, a signal, or not at all. */
type End = number | string | undefined

function shellThat(end: End, { standsIn = true, log = 'first words\nlast words\n' } = {}) {
  const ended = end === undefined ? new Promise<never>(() => undefined) : Promise.resolve(end)
  return { plan: { electron: { standsIn } }, ended, log }
}

/** Tries a check that fails so many times. @returns what became of it, and what it was tried on. */
async function outcomeOf(first: TriedShell, others: readonly TriedShell[], failing: number) {
  const checked: TriedShell[] = []
  const left = [...others]
  const check = (shell: TriedShell): Promise<void> => {
    checked.push(shell)
    return checked.length <= failing
      ? Promise.reject(new Error('it showed nothing'))
      : Promise.resolve()
  }
  const startAnew = (): Promise<TriedShell> => {
    const other = left.shift()
    return other === undefined ? Promise.reject(new Error('one too many')) : Promise.resolve(other)
  }
  const passed = await tried(first, check, startAnew).catch((error: unknown) => error as Error)
  return { passed, checked }
}

describe('a check that is tried on a shell', () => {
  const said: string[] = []
  beforeEach(() => {
    said.length = 0
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
      said.push(String(words))
      return true
    })
    return () => write.mockRestore()
  })

  it('gives the shell back that passed, and starts no other', async () => {
    const shell = shellThat(undefined)
    expect(await outcomeOf(shell, [], 0)).toEqual({ passed: shell, checked: [shell] })
    expect(said).toEqual([])
  })

  it.each([0, 1, 'SIGTERM', 'SIGKILL'])(
    'is not tried again where the shell ended with %s: that is no crash',
    async (end) => {
      const shell = shellThat(end)
      const { passed, checked } = await outcomeOf(shell, [shellThat(undefined)], 1)
      const words = `it showed nothing\nthe shell ended with ${end}, and said last:`
      expect(passed).toEqual(new Error(`${words}\nfirst words\nlast words`))
      expect([checked, said]).toEqual([[shell], []])
    },
  )

  it.each(['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGTRAP', 'SIGFPE'])(
    'is tried once more, aloud, where a stand-in died of %s',
    async (signal) => {
      const [shell, other] = [shellThat(signal), shellThat(undefined)]
      const { passed, checked } = await outcomeOf(shell, [other], 1)
      expect(passed).toBe(other)
      expect(checked).toEqual([shell, other])
      expect(said).toEqual([
        `the old Electron crashed (${signal}); the check is tried on another\n`,
      ])
    },
  )

  it('fails where the other died as well, with the last lines of the other', async () => {
    const log = Array.from({ length: 20 }, (_, line) => `line ${line}`).join('\n')
    const shells = [shellThat('SIGSEGV'), shellThat('SIGSEGV', { log }), shellThat(undefined)]
    const { passed, checked } = await outcomeOf(shells[0]!, shells.slice(1), 2)
    const last = Array.from({ length: 8 }, (_, line) => `line ${line + 12}`)
    const words = ['it showed nothing', 'the shell ended with SIGSEGV, and said last:', ...last]
    expect(passed).toEqual(new Error(words.join('\n')))
    expect((passed as Error).cause).toEqual(new Error('it showed nothing'))
    expect(checked).toEqual(shells.slice(0, 2))
  })

  it('is not tried again where the Electron that is meant crashed', async () => {
    const shell = shellThat('SIGSEGV', { standsIn: false })
    const { passed, checked } = await outcomeOf(shell, [shellThat(undefined)], 1)
    expect((passed as Error).message).toMatch(/^it showed nothing\nthe shell ended with SIGSEGV/)
    expect([checked, said]).toEqual([[shell], []])
  })

  it('is not tried again where the shell lives, and says so', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const outcome = outcomeOf(shellThat(undefined), [shellThat(undefined)], 1)
    await vi.advanceTimersByTimeAsync(2_000)
    const { passed, checked } = await outcome
    expect((passed as Error).message).toMatch(/^it showed nothing\nthe shell lives, and said last:/)
    expect(checked).toHaveLength(1)
  })
})
