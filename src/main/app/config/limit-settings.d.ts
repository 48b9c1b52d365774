import type { Failure, RiskLimits } from '../../../core/contracts/index.ts';
import type { Result } from '../../../core/domain/index.ts';
/** Checks `limits` of a config file, money in CNY; what is left out keeps its careful default. */
export declare function readLimits(value: unknown, file: string): Result<RiskLimits, Failure>;
