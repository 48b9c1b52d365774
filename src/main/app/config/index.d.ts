export type { Surroundings } from './folders.ts';
export { helpText } from './help.ts';
export { readConfig } from './read-config.ts';
export type { Request } from './read-config.ts';
export type { Settings, StrategySetting } from './settings.ts';
