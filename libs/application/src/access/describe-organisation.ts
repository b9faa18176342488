import { Injectable } from '@nestjs/common';
import type { Organisation } from '#domain/access/organisation.js';
import { redescribe } from '#domain/access/redescribe.js';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { Register } from '../provider/register.js';

/** Changes what we say of ourselves; refuses when somebody else did so since it was read. */
@Injectable()
export class DescribeOrganisation {
  constructor(
    private readonly books: Books,
    private readonly register: Register,
  ) {}

  async run(
    { expected, by }: { readonly expected: number; readonly by: Actor },
    change: (was: Organisation) => Organisation,
  ): Promise<void> {
    const known = new Set((await this.register.grounds()).map(({ code }) => code));
    await this.books.together(by, ({ organisation }) =>
      organisation.change(expected, (was) => {
        const now = change(was);
        const unknown = now.approval.grounds.filter((code) => !known.has(code));
        if (unknown.length > 0) throw new RuleViolation('organisation.ground-unknown', { codes: unknown.join(', ') });
        return redescribe(was, now);
      }),
    );
  }
}
