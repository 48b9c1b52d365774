import type { Failure } from '../../../core/contracts/index.ts';
import type { Result } from '../../../core/domain/index.ts';
/** The variable that stands for a flag: `GHTRADER_FILL_RULE`. */
export declare function variableOf(flag: string): string;
/**
 * The settings among the environment's variables, by flag; empty ones count as unset. An unknown
 * one fails with `config.value`: a mistyped setting must not pass unseen.
 */
export declare function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Result<ReadonlyMap<string, string>, Failure>;
