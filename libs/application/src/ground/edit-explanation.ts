import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { explanationEdited, nextVersion, type ExplanationVersion } from '#domain/ground/explanation-version.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import { Books } from '../books.js';

/** Which template a person rewrites, and the version they had before them. */
export interface WrittenExplanation {
  readonly ground: string;
  readonly language: LetterLanguage;
  readonly expected: number;
  readonly text: string;
}

/** A person rewords the template of a ground; what notices were built with earlier wordings stays as it is. */
@Injectable()
export class EditExplanation {
  constructor(private readonly books: Books) {}

  run(written: WrittenExplanation, by: Actor & { readonly kind: 'user' }): Promise<ExplanationVersion> {
    return this.books.together(by, async (books) => {
      const latest = await books.explanations.latest(written.ground, written.language);
      const next = nextVersion(latest, { ...written, userId: by.userId, at: await books.now() });
      await books.explanations.add(next);
      await books.record(explanationEdited(next));
      return next;
    });
  }
}
