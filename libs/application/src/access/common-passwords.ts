/** A list of passwords and words that guessers try first, kept with the program: nothing is asked of anybody outside. */
export abstract class CommonPasswords {
  /** Whether a text stands on it; given in lower case. */
  abstract has(text: string): boolean;
}
