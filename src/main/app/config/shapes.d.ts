/** Whether a value of a config file is an object with members. */
export declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
/** Whether it is a list of texts that is not empty. */
export declare function isListOfText(value: unknown): value is readonly string[];
