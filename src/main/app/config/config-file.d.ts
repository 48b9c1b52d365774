import type { Failure } from '../../../core/contracts/index.ts';
import type { Result } from '../../../core/domain/index.ts';
import type { Settings } from './settings.ts';
/**
 * The settings of a config file. A file that nobody asked for may be absent; else it fails with
 * `config.file` where it cannot be read or is no JSON, with `config.value` for a member that is
 * unknown or of another type.
 */
export declare function readConfigFile(path: string, mustExist: boolean): Result<Partial<Settings>, Failure>;
