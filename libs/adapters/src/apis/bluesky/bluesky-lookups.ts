// com.atproto.identity.resolveHandle and com.atproto.repo.getRecord (bluesky-social/atproto @d6296a1); neither needs a session.
import type { BlueskySubject } from '#domain/provider/report-subject.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { ApiCaller } from '../api-caller.js';
import { lookUp, refusalOf, textAt } from '../look-up.js';

/** The DID of an account, asked of our own server where the address has a handle. */
export async function didOf(caller: ApiCaller, origin: string, actor: string): Promise<string> {
  if (actor.startsWith('did:')) return actor;
  const query = new URLSearchParams({ handle: actor.toLowerCase() });
  const answered = await lookUp(caller, {
    origin,
    path: `/xrpc/com.atproto.identity.resolveHandle?${query.toString()}`,
  });
  if (answered.status === 400) throw new RuleViolation('bluesky.no-such-account');
  if (answered.status !== 200) throw refusalOf(origin, answered);
  const did = textAt(answered.json, 'did');
  if (did === undefined || !/^did:[a-z]+:[\w.:%-]{1,200}$/.test(did)) throw refusalOf(origin, answered);
  return did;
}

/** The address of a record within the network. */
export const atUri = (did: string, { collection, key }: NonNullable<BlueskySubject['record']>): string =>
  `at://${did}/${collection}/${key}`;

/** The fingerprint (CID) of a record as it stands now; the record comes along, and nothing of it is kept. */
export async function cidOf(
  caller: ApiCaller,
  origin: string,
  { did, record }: { readonly did: string; readonly record: NonNullable<BlueskySubject['record']> },
): Promise<string> {
  const query = new URLSearchParams({ repo: did, collection: record.collection, rkey: record.key });
  const answered = await lookUp(caller, { origin, path: `/xrpc/com.atproto.repo.getRecord?${query.toString()}` });
  if (answered.status === 400 || answered.status === 404) throw new RuleViolation('bluesky.no-such-record');
  if (answered.status !== 200) throw refusalOf(origin, answered);
  const cid = textAt(answered.json, 'cid');
  const isIt = textAt(answered.json, 'uri') === atUri(did, record);
  if (cid === undefined || !/^[A-Za-z0-9+=]{8,256}$/.test(cid) || !isIt) throw refusalOf(origin, answered);
  return cid;
}
