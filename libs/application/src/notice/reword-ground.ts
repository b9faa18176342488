import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { rewordedIn } from '#domain/ground/reasoned-ground.js';
import { LETTER_LANGUAGES } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books, type Which } from '../books.js';

/** A caseworker writes the reasons of one ground in their own words, in one language or both; their answers stay. */
@Injectable()
export class RewordGround {
  constructor(private readonly books: Books) {}

  run(which: Which & { readonly by: Actor }, code: string, text: string, second = ''): Promise<Notice> {
    return this.books.change('notices', which, (notice) => {
      const { content, items } = notice;
      const language = LETTER_LANGUAGES.find((one) => one !== content.language)!;
      const other = second.trim() === '' ? null : { language, explanation: second };
      return notice.describe({ ...content, grounds: rewordedIn(content.grounds, code, text, other) }, items, which.by);
    });
  }
}
