import { ImapFlow } from 'imapflow';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { setTimeout as pause } from 'node:timers/promises';
import type { Installation } from '#application/access/installation.js';
import { MailProbe, type MailPlace, type MailWay, type ProbeEnd } from '#application/correspondence/mail-probe.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Settings } from '../settings/settings.js';
import { mailboxPlace } from './imap/mailbox-place.js';
import { mailRoute } from './smtp/mail-route.js';

/** What the probe needs of the settings. */
export type ProbedSettings = Pick<Settings, 'smtp' | 'imap' | 'mailDomain' | 'practiceMailPort'>;

const PATIENCE_MS = 10_000;
const TIMEOUTS = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };

/** Tries the mail servers of the settings, by the same ways as the worker. */
export class SettingsMailProbe extends MailProbe {
  constructor(
    private readonly settings: ProbedSettings,
    private readonly installation: Installation,
  ) {
    super();
  }

  place(way: MailWay): MailPlace | null {
    const server = this.settings[way];
    if (!server) return null;
    const { host, port, secure, user = null, password } = server;
    const folder = way === 'imap' ? (this.settings.imap?.folder ?? null) : null;
    return { host, port, secure, user, hasPassword: password !== undefined, folder };
  }

  async try(way: MailWay): Promise<ProbeEnd> {
    const late = new AbortController();
    const inTime = pause(PATIENCE_MS, 'silent' as const, { signal: late.signal }).catch(() => 'silent' as const);
    const tried = (way === 'smtp' ? this.trySmtp() : this.tryImap()).catch(endOf);
    return Promise.race([tried, inTime]).finally(() => late.abort());
  }

  private async trySmtp(): Promise<ProbeEnd> {
    const { login, ...options } = await mailRoute(this.settings, await this.installation.kind());
    const line = new SMTPConnection({ ...options, ...TIMEOUTS });
    try {
      await new Promise<void>((resolve, reject) => {
        line.once('error', reject);
        line.connect(() => (login ? line.login(login, (error) => (error ? reject(error) : resolve())) : resolve()));
      });
      line.quit();
      return 'fine';
    } finally {
      line.close();
    }
  }

  private async tryImap(): Promise<ProbeEnd> {
    const { imap } = this.settings;
    if (!imap) return 'not-set';
    const place = mailboxPlace(imap, () => this.installation.kind());
    const client = new ImapFlow({ ...(await place.options()), ...TIMEOUTS });
    client.on('error', () => undefined); // the command under way rejects with the same
    await client.connect();
    try {
      const lock = await client.getMailboxLock(place.folder, { readOnly: true });
      lock.release();
      return 'fine';
    } catch {
      return 'no-folder';
    } finally {
      client.close();
    }
  }
}

interface MailFault {
  readonly code?: string;
  readonly message?: string;
  readonly authenticationFailed?: boolean;
}

/** Asked in this order; words of libraries and of OpenSSL, as codes differ from one to the next. */
const ENDS: readonly (readonly [ProbeEnd, (fault: MailFault) => boolean])[] = [
  ['sign-in', ({ code, authenticationFailed }) => code === 'EAUTH' || authenticationFailed === true],
  ['no-name', ({ code, message = '' }) => code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(`${code} ${message}`)],
  ['refused', ({ code, message = '' }) => /ECONNREFUSED/.test(`${code} ${message}`)],
  [
    'tls',
    ({ code, message = '' }) =>
      code === 'ETLS' || /certificate|CERT_|SSL|TLS|wrong version/i.test(`${code} ${message}`),
  ],
  ['silent', ({ code, message = '' }) => /ETIMEDOUT|timeout|timed out/i.test(`${code} ${message}`)],
];

function endOf(fault: unknown): ProbeEnd {
  if (fault instanceof RuleViolation) return fault.code === 'mail.host-not-loopback' ? 'not-loopback' : 'not-set';
  return ENDS.find(([, isSo]) => isSo(fault as MailFault))?.[0] ?? 'other';
}
