/** Where a process writes what a person may want to read later. Never a secret. */
export interface Log {
  info(text: string): void
  warn(text: string): void
  error(text: string): void
}
