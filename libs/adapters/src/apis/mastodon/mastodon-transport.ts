// https://docs.joinmastodon.org/methods/reports/#post and /entities/Report (mastodon/documentation @2903485).
import { type Attempt, type Carried, type Outgoing, Transport } from '#application/correspondence/transport.js';
import type { ApiCaller } from '../api-caller.js';
import { thaw } from '../frozen-request.js';
import { judgeAnswer, type AnswerReading } from '../judge-answer.js';
import { textAt } from '../look-up.js';
import { isAnswered, ReportPost } from '../post-report.js';
import { tokenFor, type MastodonTokens } from './mastodon-lookups.js';
import { MASTODON_REPORTS } from './mastodon-report-writer.js';

/** Posts reports to Mastodon instances. */
export class MastodonTransport extends Transport {
  constructor(
    private readonly caller: ApiCaller,
    private readonly tokens: MastodonTokens,
  ) {
    super();
  }

  async carry({ bytes, recipient }: Outgoing, attempt: Attempt): Promise<Carried> {
    const request = thaw(bytes, recipient);
    if (request?.path !== MASTODON_REPORTS) return { end: 'refused', answer: 'letter.altered' };
    const signIn = () => ({ bearer: tokenFor(this.tokens, recipient) });
    const made = await new ReportPost(this.caller, attempt).make(request, signIn);
    return isAnswered(made) ? judgeAnswer(made, READING, [this.tokens.get(recipient) ?? '']) : made;
  }
}

const READING: AnswerReading = {
  referenceIn: (json) => {
    const id = textAt(json, 'id');
    return id !== undefined && /^[\w-]{1,64}$/.test(id) ? id : undefined;
  },
  faultIn: (json) => textAt(json, 'error') ?? '',
  besides: (json) => ((json as { action_taken?: unknown }).action_taken === true ? 'api.says-action-taken' : undefined),
};
