import type { Failure } from '../../../core/contracts/index.ts';
import type { Result } from '../../../core/domain/index.ts';
import type { Option } from './options.ts';
/** What a flag or a variable means, before it is checked: text that is no number stays text. */
export declare function valueOfText(option: Option, text: string): unknown;
/**
 * Checks a value and puts it into its final form: paths absolute, `max` as Infinity.
 *
 * @param where names the flag, the variable, or the file and its member.
 * @param folder what relative paths count from.
 */
export declare function checkedValue(option: Option, value: unknown, where: string, folder: string): Result<unknown, Failure>;
