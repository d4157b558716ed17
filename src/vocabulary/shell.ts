/**
 * A word of a command that is printed to be copied: as it is where a POSIX shell takes it so, else in single quotes. An
 * apostrophe ends the quotes, stands escaped, and begins them again.
 */
export function shellWord(word: string): string {
  return /^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
