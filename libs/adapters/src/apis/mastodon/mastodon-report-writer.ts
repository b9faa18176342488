// https://docs.joinmastodon.org/methods/reports/#post (mastodon/documentation @2903485).
import type { Identities } from '#application/identities.js';
import { LetterWriter, type LetterFacts, type WrittenLetter } from '#application/notice/letter-writer.js';
import { mastodonSubject } from '#domain/provider/report-subject.js';
import type { ReportText } from '../../letters/report-text.js';
import type { ApiCaller } from '../api-caller.js';
import { frozen } from '../frozen-report.js';
import { accountIdOf, takesLegal, tokenFor, type MastodonTokens } from './mastodon-lookups.js';

/** Where reports go on every instance. */
export const MASTODON_REPORTS = '/api/v1/reports';

/** Signs a comment may have, as Mastodon counts them: code points. */
const MOST_SIGNS = { most: 1000, length: (text: string) => [...text].length };

/** What is posted, with every field it can have here; `forward` tells nobody else, for the account is at home there. */
interface MastodonReport {
  readonly account_id: string;
  readonly status_ids: readonly string[];
  readonly comment: string;
  readonly forward: false;
  readonly category: 'legal' | 'other';
}

/** Writes a notice as a report to the Mastodon instance on which its content stands. The posts themselves are never fetched. */
export class MastodonReportWriter extends LetterWriter {
  constructor(
    private readonly text: ReportText,
    private readonly identities: Identities,
    private readonly caller: ApiCaller,
    private readonly tokens: MastodonTokens,
  ) {
    super();
  }

  async write(facts: LetterFacts): Promise<WrittenLetter> {
    const { instance, account, statuses } = mastodonSubject(facts.notice.items);
    const token = tokenFor(this.tokens, instance);
    const fitted = this.text.of(facts, [MOST_SIGNS]);
    const comment = fitted.text;
    const category = (await takesLegal(this.caller, instance)) && facts.purpose === 'notice' ? 'legal' : 'other';
    const account_id = await accountIdOf(this.caller, { instance, account, token });
    const body: MastodonReport = { account_id, status_ids: statuses, comment, forward: false, category };
    const fields = [
      `account_id: ${account_id} (@${account})`,
      `status_ids: ${statuses.join(', ') || '–'}`,
      `category: ${category}`,
      'forward: false',
      `comment (${MOST_SIGNS.length(comment)}/${MOST_SIGNS.most}):`,
    ];
    const to = { format: 'mastodon-report', origin: instance, path: MASTODON_REPORTS } as const;
    const leftOut = this.text.leftOut(facts, fitted);
    return frozen({ ...to, body, fields, comment, leftOut }, facts, this.identities);
  }
}
