import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { letterAsRead } from './letter-as-read.js';

/** A caseworker lays the letter they read before a second person, or takes that back. */
@Injectable()
export class AskApproval {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  async run(asked: Which & { readonly letterDigest: string; readonly by: Actor & { kind: 'user' } }): Promise<Notice> {
    const { letterDigest, by, ...which } = asked;
    const question = { by: by.userId, at: this.clock.now().toISOString(), letterDigest };
    return this.books.together(by, async (books) => {
      const notice = await books.notices.change(which, (one) => one.askApproval({ ...question, version: one.version }));
      await letterAsRead(books, letterDigest, { notice, version: notice.approval.asked!.version });
      return notice;
    });
  }

  takeBack({ by, ...which }: Which & { readonly by: Actor }): Promise<Notice> {
    return this.books.change('notices', { ...which, by }, (notice) => notice.takeBackApproval());
  }
}
