import { Injectable } from '@nestjs/common';
import type { Anchor } from '#domain/access/anchor.js';
import { hasMoved, isAnchorHour } from '#domain/access/anchor-due.js';
import { AnchorBook, AnchorFile } from './anchor-places.js';
import { AnchorSigner } from './anchor-signer.js';
import { AuditTrail } from './audit-trail.js';

/** The machine signs what the log is at this moment and keeps that outside the database; nothing new, no anchor. */
@Injectable()
export class AnchorLog {
  constructor(
    private readonly trail: AuditTrail,
    private readonly signer: AnchorSigner,
    private readonly file: AnchorFile,
    private readonly book: AnchorBook,
  ) {}

  /** The same once an hour at most. */
  async hourly(now: Date): Promise<Anchor | null> {
    return isAnchorHour(now, await this.book.last()) ? this.run(now) : null;
  }

  async run(now: Date): Promise<Anchor | null> {
    const head = await this.trail.head();
    if (!hasMoved(head, await this.book.last())) return null;
    const anchor = this.signer.sign(head, now);
    await this.file.append(anchor);
    await this.book.add(anchor);
    return anchor;
  }
}
