import { randomBytes, timingSafeEqual } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { contentOf, replaceFile } from '../../../adapters/instance/durable-file.ts'

const HOUR = 3_600_000
/** 256 bits. */
const SECRET_BYTES = 32
export const SESSION_LIVES = 12 * HOUR
export const CODE_LIVES = 60_000
/** Wrong guesses after which a code is worth nothing any more. */
const GUESSES = 5

/** Milliseconds of the wall clock; a test brings its own. */
export type Now = () => number

/**
 * Who may look and act: whoever holds the session's secret, in a cookie. It is kept in a file that
 * only this user can read, so that windows go on when main is started again; after twelve hours
 * there is another one.
 */
export class Session {
  readonly #path: string
  readonly #now: Now
  #secret = ''
  #bornAt = -Infinity

  /** @param folder the runtime folder, 0700. Throws what the disk throws. */
  constructor(folder: string, now: Now) {
    this.#path = join(folder, 'session')
    this.#now = now
    this.#read()
  }

  /** The secret of now; made anew when it is too old. */
  get secret(): string {
    if (this.#now() - this.#bornAt >= SESSION_LIVES || this.#now() < this.#bornAt) this.#renew()
    return this.#secret
  }

  /** Milliseconds until it ends. */
  get left(): number {
    return Math.max(0, this.#bornAt + SESSION_LIVES - this.#now())
  }

  fits(offered: string): boolean {
    return sameText(offered, this.secret)
  }

  /** Ends every window's session: the next secret is another one. */
  #renew(): void {
    this.#secret = randomBytes(SECRET_BYTES).toString('base64url')
    this.#bornAt = this.#now()
    replaceFile(this.#path, `${this.#bornAt} ${this.#secret}\n`)
  }

  #read(): void {
    const content = contentOf(this.#path)
    const found = /^(\d{1,15}) ([A-Za-z0-9_-]{43})\n$/.exec(content ?? '')
    if (found === null) return
    // A file that others could read is no secret any more.
    if (process.platform !== 'win32' && (statSync(this.#path).mode & 0o077) !== 0) return
    this.#bornAt = Number(found[1])
    this.#secret = found[2] ?? ''
  }
}

/** What a printed link holds: it opens a window once, within a minute. */
export class OneTimeCode {
  readonly #now: Now
  #code = ''
  #until = -Infinity
  #guesses = 0

  constructor(now: Now) {
    this.#now = now
  }

  /** A fresh one; the one before is worth nothing any more. */
  renew(): string {
    this.#code = randomBytes(SECRET_BYTES).toString('base64url')
    this.#until = this.#now() + CODE_LIVES
    this.#guesses = GUESSES
    return this.#code
  }

  /** Whether it is the code; it was, after that. */
  spend(offered: string): boolean {
    if (this.#code === '' || this.#now() >= this.#until || this.#guesses === 0) return false
    this.#guesses--
    if (!sameText(offered, this.#code)) return false
    this.#code = ''
    return true
  }
}

/** Takes the same time wherever two texts differ. */
function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
