import type { EnclosedFile } from '../notice/notice-answers.js';
import type { NoticeContent } from '../notice/notice-content.js';
import { ATTACHMENT_TYPES } from './attachment.js';

/** A stored file as it may go along with a letter. */
export interface Enclosable {
  readonly digest: string;
  readonly kind: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Name in the letter; unlike that of any other file of the notice. */
  readonly name: string;
}

/** What of a capture shows the content; the rest is about how it was made, and stays here. */
const TELLING = ['viewport', 'full-page', 'text', 'upload'];

/** Whether a stored file may go along at all: what shows the content, and runs nothing. */
export const mayGoAlong = ({ kind, mediaType }: Pick<Enclosable, 'kind' | 'mediaType'>): boolean =>
  TELLING.includes(kind) && (ATTACHMENT_TYPES as readonly string[]).includes(mediaType);

/** A notice's content with one more file that goes along; one that did already keeps who ticked it first. */
export function enclosing(
  content: NoticeContent,
  { digest, name }: Pick<Enclosable, 'digest' | 'name'>,
  word: { readonly by: string; readonly at: string },
): NoticeContent {
  const present = content.answers.enclosed ?? [];
  return present.some((one) => one.digest === digest)
    ? content
    : enclosed(content, [...present, { digest, name, ...word }]);
}

/** A notice's content without one of the files that went along. */
export const withoutEnclosure = (content: NoticeContent, digest: string): NoticeContent =>
  content.answers.enclosed === undefined
    ? content
    : enclosed(
        content,
        content.answers.enclosed.filter((one) => one.digest !== digest),
      );

const enclosed = (content: NoticeContent, all: readonly EnclosedFile[]): NoticeContent => ({
  ...content,
  answers: { ...content.answers, enclosed: all },
});
