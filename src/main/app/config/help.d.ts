/** The answer to `--help`, one line a flag. */
export declare function helpText(): string;
