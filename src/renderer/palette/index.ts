export { registerCommands, useCommands } from './commands.ts'
export type { CommandSource, PaletteCommand } from './commands.ts'
