import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { rewordedIn } from '#domain/ground/reasoned-ground.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books, type Which } from '../books.js';

/** A caseworker writes the reasons of one ground in their own words; what they answered to its questions stays. */
@Injectable()
export class RewordGround {
  constructor(private readonly books: Books) {}

  run(which: Which & { readonly by: Actor }, code: string, text: string): Promise<Notice> {
    return this.books.change('notices', which, (notice) =>
      notice.describe(
        { ...notice.content, grounds: rewordedIn(notice.content.grounds, code, text) },
        notice.items,
        which.by,
      ),
    );
  }
}
