import { randomBytes } from 'node:crypto';
import { digestOf, newSecret } from '#adapters/access/secret.js';
import { HkdfKeyRing } from '#adapters/access/hkdf-key-ring.js';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { PgSessions } from '#adapters/postgres/access/pg-sessions.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import type { SendingDesk } from '#test/flows/sending/sending-desk.js';
import { accountOf, practiceAccounts } from '#test/visits/desk-visit.js';

/** Secrets that may stand in no place but their own, and words about people that may stand in no log: each by its name. */
export interface Canaries {
  readonly secrets: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

const passwordOf = (address: string): string => decodeURIComponent(new URL(address).password);
const bird = (kind: string): string => `${kind}${randomBytes(9).toString('hex')}`;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Plants them on a practice desk: settings, people's secrets, and what a caseworker and a platform wrote. */
export async function plantCanaries({ url, db }: SendingDesk): Promise<Canaries> {
  await practiceAccounts(url);
  const key = randomBytes(32);
  const [{ id }]: [{ id: string }] = await db.query('select id from users where email = $1', [
    accountOf('caseworker').email,
  ]);
  const totp = [...randomBytes(32)].map((byte) => BASE32[byte % 32]).join('');
  await new PgTotpSecrets(db, new HkdfKeyRing(key)).propose(id, totp);
  const session = await new PgSessions(db).open(id, { proofs: ['password', 'totp'], device: 'Canary' });
  const [link, token] = [newSecret(), `seinpost_${newSecret()}`];
  await db.query(
    `insert into user_links (secret_digest, user_id, ends_at) values ($1, $2, now() + interval '1 hour')`,
    [digestOf(link), id],
  );
  await db.query(
    `insert into access_tokens (id, user_id, digest, name, scopes, made_at, ends_at, version)
     values (gen_random_uuid(), $1, $2, 'Canary', '{read,draft}', now(), now() + interval '1 day', 1)`,
    [id, digestOf(token).toString('hex')],
  );
  const databases = [
    passwordOf(url),
    passwordOf(addressFor('web', url)),
    passwordOf(addressFor('worker', url)),
  ] as const;
  return {
    secrets: {
      ...{ 'the key': key.toString('base64url'), 'the key in hexadecimal': key.toString('hex') },
      ...{ 'the owner’s password': databases[0], 'the web’s password': databases[1], 'the worker’s': databases[2] },
      ...{
        'the SMTP password': bird('smtp'),
        'the IMAP password': bird('imap'),
        'a password typed wrongly': bird('pass'),
        'a Mastodon token': bird('mastodon'),
        'the Bluesky password': bird('bluesky'),
      },
      ...{ 'an authenticator’s secret': totp, 'a session': session, 'a one-time link': link, 'a token': token },
    },
    words: {
      ...{
        'a victim’s name': bird('Vink'),
        'a help-seeker’s reference': bird('Merel'),
        'an explanation': bird('Spreeuw'),
      },
      ...{ 'a mail’s subject': bird('Ekster'), 'a mail’s text': bird('Kraai'), 'a mail’s sender': bird('lijster') },
    },
  };
}
