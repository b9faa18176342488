import { readFileSync } from 'node:fs';
import type { Transport } from '#application/correspondence/transport.js';
import type { Identities } from '#application/identities.js';
import type { LetterWriter } from '#application/notice/letter-writer.js';
import type { InstallationKind } from '#domain/access/organisation.js';
import type { LetterFormat } from '#domain/correspondence/letter.js';
import type { BlueskyReasons } from '#domain/provider/bluesky-reason.js';
import { ReportText } from '../letters/report-text.js';
import type { ApiAccess } from '../settings/api-access.js';
import { projectPath } from '../settings/project.js';
import { ApiCaller } from './api-caller.js';
import { BlueskyReportWriter } from './bluesky/bluesky-report-writer.js';
import { BlueskySession } from './bluesky/bluesky-session.js';
import { BlueskyTransport } from './bluesky/bluesky-transport.js';
import { MastodonReportWriter } from './mastodon/mastodon-report-writer.js';
import { MastodonTransport } from './mastodon/mastodon-transport.js';

/** What reports to interfaces need of a desk: how it signs in, and whether it is there to practise. */
export interface ApiDesk {
  /** Absent where it signs in nowhere. */
  readonly access?: ApiAccess | undefined;
  readonly kind: () => Promise<InstallationKind>;
}

/** Of look-ups while somebody waits for a page. */
const PAGE_PATIENCE = { connecting: 5000, whole: 15_000 } as const;

const NOWHERE: ApiAccess = { mastodon: new Map() };

/** Who writes reports to interfaces, by format. */
export function reportWriters({ access = NOWHERE, kind }: ApiDesk, identities: Identities) {
  const text = new ReportText(projectPath('templates', 'letters'));
  const reasons = JSON.parse(
    readFileSync(projectPath('migrations', 'reference', 'bluesky-reasons.json'), 'utf8'),
  ) as BlueskyReasons;
  const caller = new ApiCaller(kind, PAGE_PATIENCE);
  return {
    'mastodon-report': new MastodonReportWriter(text, identities, caller, access.mastodon),
    'bluesky-report': new BlueskyReportWriter({ text, identities, caller, reasons }, access.bluesky?.service),
  } satisfies Partial<Record<LetterFormat, LetterWriter>>;
}

/** Who brings them, by format. */
export function reportTransports({ access = NOWHERE, kind }: ApiDesk) {
  const caller = new ApiCaller(kind);
  const session = access.bluesky && new BlueskySession(caller, access.bluesky);
  return {
    'mastodon-report': new MastodonTransport(caller, access.mastodon),
    'bluesky-report': new BlueskyTransport(caller, session),
  } satisfies Partial<Record<LetterFormat, Transport>>;
}
