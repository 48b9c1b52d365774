import type { Failure } from '../../../core/contracts/index.ts';
import type { Result } from '../../../core/domain/index.ts';
import type { Surroundings } from './folders.ts';
import type { Settings } from './settings.ts';
/** What a command line asks for. */
export type Request = {
    readonly kind: 'help';
} | {
    readonly kind: 'version';
} | {
    readonly kind: 'trade';
    readonly settings: Settings;
};
/** Command line before environment before config file before defaults. */
export declare function readConfig(args: readonly string[], surroundings: Surroundings): Result<Request, Failure>;
