import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { dayIn } from '#domain/instant.js';
import { Installation } from '../access/installation.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';

/** Somebody saw on a day (ISO) that a channel's defect is no longer there. */
@Injectable()
export class ResolveChannelDefect {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly installation: Installation,
  ) {}

  async run({ id, on, by }: { id: string; on: string; by: Actor & { readonly kind: 'user' } }): Promise<void> {
    const today = dayIn(this.clock.now(), (await this.installation.organisation()).zone);
    await this.books.change('defects', { id, by }, (defect) => defect.resolve(on, by.userId, today));
  }
}
