// Lexicons com.atproto.server, .identity, .repo and .moderation (bluesky-social/atproto @d6296a1).
import { ApiServer, type CameIn, type Reply } from './api-server.js';

/** An account that is none of anybody's. */
export const BLUESKY_LOGIN = { identifier: 'desk.practice.example', password: 'abcd-loopback-efgh-9137' };
export const BLUESKY_DID = 'did:plc:abcdefghijklmnopqrstuvwx';
export const BLUESKY_CID = 'bafyreiabcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst';

const MODERATION = 'did:plc:ar7c4by46qjdydhdevvrndac#atproto_labeler';

/** A server of accounts (PDS) that knows `name.example` and its post `3kabc`. */
export class BlueskyServer extends ApiServer {
  /** How long its tokens last, in seconds. */
  accessSeconds = 7200;
  refreshSeconds = 90 * 24 * 3600;
  private made = 0;
  private access = '';
  private refresh = '';
  /** The reports it took. */
  readonly reports: Readonly<Record<string, unknown>>[] = [];

  protected readonly routes = {
    'POST /xrpc/com.atproto.server.createSession': (asked: CameIn) => this.signIn(asked),
    'POST /xrpc/com.atproto.server.refreshSession': (asked: CameIn) =>
      bearer(asked) === this.refresh ? this.session() : no(400, 'ExpiredToken', 'Token has been revoked'),
    'GET /xrpc/com.atproto.identity.resolveHandle': ({ query }: CameIn) =>
      query.get('handle') === 'name.example'
        ? { status: 200, body: { did: BLUESKY_DID } }
        : no(400, 'InvalidRequest', 'Unable to resolve handle'),
    'GET /xrpc/com.atproto.repo.getRecord': (asked: CameIn) => this.record(asked),
    'POST /xrpc/com.atproto.moderation.createReport': (asked: CameIn) => this.report(asked),
  };

  /** Everything given so far is no longer good, as after a change of password. */
  revoke(): void {
    this.access = '';
    this.refresh = '';
  }

  /** Every token it ever gave, for whoever looks where they turn up. */
  readonly tokens: string[] = [];

  private signIn(asked: CameIn): Reply {
    const login = JSON.parse(asked.body.toString()) as Record<string, unknown>;
    const isIt = login['identifier'] === BLUESKY_LOGIN.identifier && login['password'] === BLUESKY_LOGIN.password;
    if (Object.keys(login).length !== 2) this.wrong.push('session: fields');
    return isIt ? this.session() : no(401, 'AuthenticationRequired', 'Invalid identifier or password');
  }

  private session(): Reply {
    this.made += 1;
    this.access = token(`access-${this.made}`, this.accessSeconds);
    this.refresh = token(`refresh-${this.made}`, this.refreshSeconds);
    this.tokens.push(this.access, this.refresh);
    const who = { handle: BLUESKY_LOGIN.identifier, did: 'did:plc:ourselvesourselvesourse', active: true };
    return { status: 200, body: { accessJwt: this.access, refreshJwt: this.refresh, ...who } };
  }

  private record({ query, headers }: CameIn): Reply {
    if (headers.authorization !== undefined) this.wrong.push('record: asked with a token');
    const uri = `at://${query.get('repo')}/${query.get('collection')}/${query.get('rkey')}`;
    if (uri !== `at://${BLUESKY_DID}/app.bsky.feed.post/3kabc`)
      return no(400, 'RecordNotFound', `Could not locate record: ${uri}`);
    return { status: 200, body: { uri, cid: BLUESKY_CID, value: { text: 'invented and harmless' } } };
  }

  private report(asked: CameIn): Reply {
    if (bearer(asked) === '') return no(401, 'AuthMissing', 'Authentication Required');
    if (bearer(asked) !== this.access) return no(400, 'ExpiredToken', 'Token has expired');
    const report = JSON.parse(asked.body.toString()) as Record<string, unknown>;
    const faults = faultsOf(asked, report);
    this.wrong.push(...faults);
    if (faults.length > 0) return no(400, 'InvalidRequest', `Input: ${faults.join()}`);
    this.reports.push(report);
    const { reasonType, reason, subject } = report;
    const now = { reportedBy: 'did:plc:ourselvesourselvesourse', createdAt: '2026-11-22T09:56:16.763Z' };
    return { status: 200, body: { id: 7000 + this.reports.length, reasonType, reason, subject, ...now } };
  }
}

const no = (status: number, error: string, message: string): Reply => ({ status, body: { error, message } });

const bearer = ({ headers }: CameIn): string => (headers.authorization ?? '').replace(/^Bearer /, '');

function token(name: string, seconds: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + seconds;
  return `${part({ typ: 'at+jwt', alg: 'ES256K' })}.${part({ sub: name, exp })}.bm90LWEtc2lnbmF0dXJl`;
}

function faultsOf({ headers }: CameIn, report: Record<string, unknown>): string[] {
  const subject = (report['subject'] ?? {}) as Record<string, unknown>;
  const keys = Object.keys(subject).sort().join();
  const reason = typeof report['reason'] === 'string' ? report['reason'] : '';
  const checks: readonly (readonly [string, boolean])[] = [
    ['content type', headers['content-type'] === 'application/json'],
    ['moderation service', headers['atproto-proxy'] === MODERATION],
    ['key of the letter', /^[0-9a-f]{32}$/.test(String(headers['idempotency-key']))],
    [
      'reason type',
      /^(com\.atproto\.moderation|tools\.ozone\.report)\.defs#reason[A-Z]\w+$/.test(String(report['reasonType'])),
    ],
    ['reason', [...new Intl.Segmenter().segment(reason)].length <= 2000 && Buffer.byteLength(reason) <= 20_000],
    ['known fields only', Object.keys(report).sort().join() === 'reason,reasonType,subject'],
    [
      'subject',
      subject['$type'] === 'com.atproto.admin.defs#repoRef'
        ? keys === '$type,did' && String(subject['did']).startsWith('did:')
        : subject['$type'] === 'com.atproto.repo.strongRef' &&
          keys === '$type,cid,uri' &&
          /^at:\/\/did:/.test(String(subject['uri'])),
    ],
  ];
  return checks.flatMap(([what, isRight]) => (isRight ? [] : `report: ${what}`));
}
