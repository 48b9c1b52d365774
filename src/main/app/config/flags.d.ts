import type { Failure } from '../../../core/contracts/index.ts';
import type { Result } from '../../../core/domain/index.ts';
/** What the command line says, flag by flag; the last one of a kind wins, paths add up. */
export interface Flags {
    /** By flag, without the dashes. */
    readonly values: ReadonlyMap<string, string>;
    readonly paths: readonly string[];
}
/** Fails with `config.flag` for what is unknown, lacks its value, or has one too many. */
export declare function readFlags(args: readonly string[]): Result<Flags, Failure>;
