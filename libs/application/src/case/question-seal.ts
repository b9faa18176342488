/** What a person asked for, as it may stand in an address: it holds a name often enough, and addresses are kept everywhere. */
export abstract class QuestionSeal {
  /** The question for the address of this person's page: nobody else can read or use it. */
  abstract seal(question: string, userId: string, at: Date): string;
  /** The question again, or null: changed, sealed for somebody else, or too long ago. */
  abstract open(sealed: string, userId: string, at: Date): string | null;
  /** The same question gives the same mark, by which the log tells that it was asked again; nothing can be read from it. */
  abstract mark(question: string): string;
}
