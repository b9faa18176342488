import { Injectable } from '@nestjs/common';
import { AnchorBook } from '#application/access/anchor-places.js';
import { AuditLog } from '#application/access/audit-log.js';
import { Installation } from '#application/access/installation.js';
import type { SignedIn } from '#application/access/sessions.js';
import { EVENT_KINDS } from '#domain/access/event-kinds.js';
import { LOG_PARTS } from '#domain/access/log-kinds.js';
import { knowledgeOf } from '#domain/access/reach.js';
import { blank } from '../frame/form-state.js';
import { auditAddress, type AuditForm, filterOf } from './audit.query.js';
import { anchorView, rowView, verificationView } from './audit.view.js';

/** Entries on a page. */
const PER_PAGE = 50;

/** Gathers what the page of the log shows. */
@Injectable()
export class AuditPage {
  constructor(
    private readonly log: AuditLog,
    private readonly anchors: AnchorBook,
    private readonly installation: Installation,
  ) {}

  /** How the log stands: the last verification, one that is asked for, and the last anchor. */
  async standing() {
    const [last, askedAt, anchor] = await Promise.all([
      this.log.lastVerification(),
      this.log.askedAt(),
      this.anchors.last(),
    ]);
    return { verification: verificationView(last), askedAt, anchor: anchorView(anchor) };
  }

  /** The entries that answer, one page of them, and the choices of the filter. */
  async entries(person: SignedIn, form: AuditForm) {
    const rows = await this.some(person, form, '/audit');
    const people = (await this.log.people()).map(({ id, name }) => ({ value: id, text: name, hint: null }));
    const isFiltered = Object.entries(form).some(([name, value]) => name !== 'below' && value !== '');
    const csv = auditAddress('/audit/log.csv', form, null);
    return { ...rows, people, kinds: EVENT_KINDS, parts: LOG_PARTS, isFiltered, csv, form: blank({ ...form }) };
  }

  /** One page of entries with the way to the earlier ones. */
  async some(person: SignedIn, form: AuditForm, path: string) {
    const { zone } = await this.installation.organisation();
    const found = await this.log.rows(filterOf(form, zone), knowledgeOf(person), PER_PAGE + 1);
    const shown = found.slice(0, PER_PAGE);
    const last = shown.at(-1);
    return {
      rows: shown.map(rowView),
      earlier: found.length > PER_PAGE && last ? auditAddress(path, form, last.seq) : null,
      newest: form.below === '' ? null : auditAddress(path, form, null),
    };
  }
}
