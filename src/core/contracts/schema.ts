import type { Result } from '../domain/index.ts'
import { failed, ok } from '../domain/index.ts'
import type { Command, Failure, ServiceCommand } from './index.ts'
import { failure } from './index.ts'
import { COMMANDS } from './wire/command.ts'

/**
 * A command that came as a plain object, from a window or from JSON, checked by the very layouts
 * of the wire: types, whole and finite numbers, enumerations, lengths. The copy that is returned
 * holds the known fields and nothing else.
 *
 * @returns `command.shape` naming the field, for anything else; never throws.
 */
export function checkCommand(value: unknown): Result<Command | ServiceCommand, Failure> {
  if (typeof value !== 'object' || value === null || !('kind' in value)) {
    return failed(failure('command.shape', 'a command is an object with a kind'))
  }
  try {
    const body = COMMANDS.of(value as Command)
    return ok(body.read(body.write(value as Command)))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return failed(failure('command.shape', `${String(value.kind)}: ${reason}`))
  }
}
