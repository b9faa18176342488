// com.atproto.moderation.createReport and the errors of XRPC (bluesky-social/atproto @d6296a1).
import { type Attempt, type Carried, type Outgoing, Transport } from '#application/correspondence/transport.js';
import type { ApiCaller } from '../api-caller.js';
import { thaw } from '../frozen-request.js';
import { judgeAnswer, type AnswerReading } from '../judge-answer.js';
import type { Answered } from '../line.js';
import { textAt } from '../look-up.js';
import { isAnswered, ReportPost } from '../post-report.js';
import { BLUESKY_REPORTS } from './bluesky-report-writer.js';
import type { BlueskySession } from './bluesky-session.js';

/** Posts reports to Bluesky's moderation by the server of our account. */
export class BlueskyTransport extends Transport {
  /** `session` is absent where we have no account. */
  constructor(
    private readonly caller: ApiCaller,
    private readonly session: BlueskySession | undefined,
  ) {
    super();
  }

  async carry({ bytes, recipient }: Outgoing, attempt: Attempt): Promise<Carried> {
    const { session } = this;
    if (session?.account.service !== recipient) return { end: 'refused', answer: 'bluesky.no-account' };
    const request = thaw(bytes, recipient);
    if (request?.path !== BLUESKY_REPORTS) return { end: 'refused', answer: 'letter.altered' };
    const signIn = async () => ({ bearer: await session.bearer() });
    const made = await new ReportPost(this.caller, attempt).make(request, signIn);
    return isAnswered(made) ? this.judge(made, session) : made;
  }

  /** A token that ran out under way is turned down before anything is done with the report: it is tried anew. */
  private judge(answered: Answered, session: BlueskySession): Carried {
    const carried = judgeAnswer(answered, READING, session.secrets);
    if (carried.end !== 'refused' || !OVER.includes(textAt(answered.json, 'error') ?? '')) return carried;
    session.forget();
    return { end: 'deferred', answer: 'api.session-over' };
  }
}

const OVER = ['ExpiredToken', 'InvalidToken'];

const READING: AnswerReading = {
  referenceIn: (json) => {
    const { id } = (json ?? {}) as { id?: unknown };
    return Number.isSafeInteger(id) ? String(id as number) : undefined;
  },
  faultIn: (json) => textAt(json, 'message') ?? textAt(json, 'error') ?? '',
};
