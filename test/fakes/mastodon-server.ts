// https://docs.joinmastodon.org/methods/reports, /methods/accounts/#lookup, /methods/instance/#v2 (mastodon/documentation @2903485).
import { ApiServer, type CameIn, type Reply } from './api-server.js';

/** Signs of the token it knows: none of a real one. */
export const MASTODON_TOKEN = 'loopback-instance-token-Zx81kQ';

const NOT_FOUND: Reply = { status: 404, body: { error: 'Record not found' } };
const FIELDS = ['account_id', 'status_ids', 'comment', 'forward', 'category', 'rule_ids', 'collection_ids'];

/** A Mastodon instance with one account, `name` (id 14715), that has the posts 111 and 112. */
export class MastodonServer extends ApiServer {
  version = '4.5.2';
  statuses = ['111', '112'];
  /** What the token may do; undefined as before 4.3, which does not say. */
  scopes: readonly string[] | undefined = ['read:accounts', 'write:reports'];
  /** The reports it took. */
  readonly reports: Readonly<Record<string, unknown>>[] = [];

  protected readonly routes = {
    'GET /api/v1/accounts/lookup': (asked: CameIn) => this.lookUp(asked),
    'GET /api/v2/instance': () => this.instance(),
    'GET /api/v1/accounts/verify_credentials': (asked: CameIn) =>
      this.refusalFor(asked) ?? { status: 200, body: ACCOUNT },
    'GET /api/v1/apps/verify_credentials': (asked: CameIn) =>
      this.refusalFor(asked) ?? { status: 200, body: { id: '1', name: 'Desk', scopes: this.scopes } },
    'POST /api/v1/reports': (asked: CameIn) => this.report(asked),
  };

  private instance(): Reply {
    if (this.version.startsWith('3.')) return NOT_FOUND;
    return { status: 200, body: { domain: '127.0.0.1', title: 'Loopback', version: this.version } };
  }

  private lookUp(asked: CameIn): Reply {
    const refusal = this.refusalFor(asked);
    if (refusal) return refusal;
    return asked.query.get('acct')?.toLowerCase() === 'name' ? { status: 200, body: ACCOUNT } : NOT_FOUND;
  }

  private report(asked: CameIn): Reply {
    const refusal = this.refusalFor(asked);
    if (refusal) return refusal;
    const report = JSON.parse(asked.body.toString()) as Record<string, unknown>;
    this.wrong.push(...faultsOf(asked, report));
    if (report['account_id'] !== ACCOUNT.id) return NOT_FOUND;
    const ids = report['status_ids'] as string[];
    if (ids.some((id) => !this.statuses.includes(id))) return NOT_FOUND;
    if ([...(report['comment'] as string)].length > 1000)
      return invalid('Comment is too long (maximum is 1000 characters)');
    this.reports.push(report);
    return { status: 200, body: this.entity(report) };
  }

  /** The documented answers to a missing, an unknown and an application's token. */
  private refusalFor({ headers }: CameIn): Reply | undefined {
    const token = headers.authorization?.replace(/^Bearer /, '');
    if (token === MASTODON_TOKEN) return undefined;
    return { status: 401, body: { error: 'The access token is invalid' } };
  }

  private entity(report: Record<string, unknown>): object {
    return {
      id: String(48913 + this.reports.length),
      action_taken: false,
      action_taken_at: null,
      category: report['category'],
      comment: report['comment'],
      forwarded: report['forward'],
      created_at: '2026-11-22T09:56:16.763Z',
      status_ids: report['status_ids'],
      rule_ids: null,
      target_account: ACCOUNT,
    };
  }
}

const ACCOUNT = { id: '14715', username: 'Name', acct: 'Name', display_name: 'Invented', locked: false, bot: false };

const invalid = (what: string): Reply => ({ status: 422, body: { error: `Validation failed: ${what}` } });

function faultsOf({ headers, body }: CameIn, report: Record<string, unknown>): string[] {
  const checks: readonly (readonly [string, boolean])[] = [
    ['content type', headers['content-type'] === 'application/json'],
    ['content length', headers['content-length'] === String(body.length)],
    ['accept', headers.accept === 'application/json'],
    ['host', /^127\.0\.0\.1:\d+$/.test(headers.host ?? '')],
    ['user agent', headers['user-agent'] === 'Seinpost'],
    ['key of the letter', /^[0-9a-f]{32}$/.test(String(headers['idempotency-key']))],
    ['no cookie, no referrer', headers.cookie === undefined && headers.referer === undefined],
    ['account', typeof report['account_id'] === 'string'],
    ['posts', Array.isArray(report['status_ids']) && report['status_ids'].every((id) => /^\d+$/.test(String(id)))],
    ['comment', typeof report['comment'] === 'string'],
    ['forward', typeof report['forward'] === 'boolean'],
    ['category', ['spam', 'legal', 'violation', 'other'].includes(String(report['category']))],
    ['known fields only', Object.keys(report).every((name) => FIELDS.includes(name))],
  ];
  return checks.flatMap(([what, isRight]) => (isRight ? [] : `report: ${what}`));
}
