/** Filled below the table's format: lower case, one blank between two. */
export const commonPins: ReadonlySet<string> = new Set('password1'.split(' '));
