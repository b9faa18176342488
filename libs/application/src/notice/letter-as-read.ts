import type { Letter } from '#domain/correspondence/letter.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { OpenBooks } from '../books.js';

/** The letter a person read, if it was written from this version of the notice; refused when the notice changed since. */
export async function letterAsRead(
  books: OpenBooks,
  digest: string,
  { notice, version }: { readonly notice: Notice; readonly version: number },
): Promise<Letter> {
  const letter = await books.letters.find(digest);
  const same = letter?.noticeId === notice.id && letter.noticeVersion === version;
  if (!letter || !same || letter.purpose !== 'notice') {
    throw new RuleViolation('letter.changed-since-preview', { noticeId: notice.id });
  }
  return letter;
}
