import { Injectable } from '@nestjs/common';
import { AuditLog, type LogRow } from '#application/access/audit-log.js';
import type { SignedIn } from '#application/access/sessions.js';
import { knowledgeOf } from '#domain/access/reach.js';
import { rowView } from '../access/audit.view.js';
import { folded, type Folded } from '../notice/folded-events.js';

/** Events shown of a case; whoever needs more asks the log. */
const MOST = 200;

/** Things a person may want to see alone. */
const PARTS = ['all', 'case', 'notice', 'delivery', 'message', 'capture'] as const;

/** Steps of the sender within one attempt, which say nothing to people. */
const INNER_STEPS = ['delivery-leased', 'delivery-stage-reached'];

/** What happened to a case and to what belongs to it, newest first, from the event log. */
@Injectable()
export class CaseTimeline {
  constructor(private readonly log: AuditLog) {}

  /** All of it, or of one kind of thing as the address asks. */
  async of(caseId: string, person: SignedIn, wish: unknown) {
    const asked = PARTS.find((part) => part === wish) ?? 'all';
    const all = (await this.log.ofCase(caseId, knowledgeOf(person), MOST)).filter(isForPeople);
    const present = PARTS.filter((part) => part === 'all' || all.some(({ subject }) => subject === part));
    return {
      events: folded(
        all.filter(({ subject }) => asked === 'all' || subject === asked),
        ({ actor, subjectId }) => `${actor} ${subjectId}`,
      ).map(lineView),
      parts: present.map((part) => ({ part, href: hrefOf(caseId, part), current: part === asked })),
    };
  }
}

/** On its own page a case need not be named at each line. */
const lineView = ({ times, since, ...row }: Folded<LogRow>) => ({
  ...rowView(row),
  ...(row.subject === 'case' ? { reference: null, href: null } : {}),
  ...{ times, since },
});

const hrefOf = (caseId: string, part: string): string =>
  part === 'all' ? `/cases/${caseId}/timeline` : `/cases/${caseId}/timeline?events=${part}`;

const isForPeople = ({ kind }: LogRow): boolean => !INNER_STEPS.includes(kind);
