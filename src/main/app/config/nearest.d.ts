/** The known words that a mistyped one may stand for, nearest first; at most three. */
export declare function nearestWords(word: string, known: readonly string[]): readonly string[];
