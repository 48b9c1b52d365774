import type { Failure } from '../../../core/contracts/index.ts';
import type { Result } from '../../../core/domain/index.ts';
import type { StrategySetting } from './settings.ts';
/** Checks `strategies` of a config file; every failure names the file and the entry. */
export declare function readStrategies(value: unknown, file: string, folder: string): Result<readonly StrategySetting[], Failure>;
