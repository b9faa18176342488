import { Injectable } from '@nestjs/common';
import type { CaseContent, CaseFile } from '#domain/case/case-file.js';
import type { Actor } from '#domain/event.js';
import { Books, type Which } from '../books.js';

/** A caseworker notes otherwise what a case is about; the line stays what it is, for by it people see the case. */
@Injectable()
export class DescribeCase {
  constructor(private readonly books: Books) {}

  run({ by, ...which }: Which & { readonly by: Actor }, content: Omit<CaseContent, 'line'>): Promise<CaseFile> {
    return this.books.change('cases', { ...which, by }, (one) => one.describe({ ...content, line: one.content.line }));
  }
}
