import type { SettingName } from './settings.ts';
/** One thing that can be set by flag, by environment and in the file. */
export interface Option {
    /** `fill-rule`: as a flag `--fill-rule`, in the environment `GHTRADER_FILL_RULE`. */
    readonly flag: string;
    /** What stands for the value in the help; empty for a switch, which has none. */
    readonly placeholder: string;
    readonly about: string;
    /** How text becomes a value: a number, a switch, words, or a list of paths. */
    readonly kind: 'number' | 'switch' | 'text' | 'paths';
    /** Relative paths are those of the file that names them, or of the current folder. */
    readonly isPath?: true;
    readonly expected: string;
    readonly fits: (value: unknown) => boolean;
}
/** By the name that a setting has in the config file. */
export declare const OPTIONS: Readonly<Record<SettingName, Option>>;
/** Flags that are no settings: they choose the file, or what to do instead of trading. */
export declare const OTHER_FLAGS: Readonly<Record<string, Pick<Option, 'placeholder' | 'about'>>>;
