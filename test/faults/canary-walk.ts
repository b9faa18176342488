import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { SESSION_COOKIE } from '../../apps/web/src/frame/cookies.js';
import type { SendingDesk } from '#test/flows/sending/sending-desk.js';
import { accountOf } from '#test/visits/desk-visit.js';
import type { Canaries } from './canaries.js';
import type { WatchedDesk } from './watched-desk.js';

/** One answer of the desk: what everybody on the way may see of it, and the page where it is one of trouble. */
export interface Seen {
  readonly status: number;
  readonly headers: string;
  /** Empty unless something went wrong. */
  readonly page: string;
  /** True when the words that were just typed come back, to whoever typed them. */
  readonly gaveWords: boolean;
}

const CASE = { line: 'helpline', ageBand: 'unknown', mandate: 'none', manipulated: 'none', urgency: 'normal' };

/** Walks through the desk with all canaries, and runs into every kind of trouble on the way. */
export class CanaryWalk {
  readonly seen: Seen[] = [];
  private token = '';

  constructor(
    private readonly desk: WatchedDesk,
    private readonly canaries: Canaries,
  ) {}

  async walk(database: SendingDesk['db']): Promise<void> {
    const { secrets, words } = this.canaries;
    const summary = `${words['a victim’s name']} schrijft dat ${words['an explanation']}`;
    const form = { ...CASE, helpSeekerReference: words['a help-seeker’s reference']!, summary };
    await this.get('/work');
    const once = randomUUID();
    await this.post('/cases/new', { ...form, _once: once });
    await this.post('/cases/new', { ...form, summary: `${summary}, en meer`, _once: once });
    await this.post('/cases/new', { ...form, line: 'none of them' });
    await this.post('/cases/new', { ...form, _csrf: 'forged' });
    await this.post('/cases/new', { ...form, summary: summary.repeat(20_000) });
    await this.get(`/cases?search=${words['a victim’s name']}`);
    await this.get(`/notices/${words['a victim’s name']}`);
    await this.get(`/cases/${words['a victim’s name']}%E0%A4%A`);
    await this.signIn(secrets['a password typed wrongly']!);
    await this.programs(secrets['a token']!, summary);
    await this.mail();
    await this.breakRows(database, form);
    this.desk.cutDatabase();
    await this.get(`/password/${secrets['a one-time link']}`);
    await this.post('/cases/new', form);
  }

  /** The database refuses a row and quotes it, as PostgreSQL does where a check or a key stands in the way. */
  private async breakRows(database: SendingDesk['db'], form: Record<string, string>): Promise<void> {
    await database.query(`
      create function quote_row() returns trigger language plpgsql as
        $$ begin raise exception 'failing row contains %', new using detail = new::text; end $$;
      create trigger quoted before insert or update on case_files for each row execute function quote_row();
      create trigger quoted before insert or update on users for each row execute function quote_row()`);
    await this.post('/cases/new', form);
    const link = `/password/${this.canaries.secrets['a one-time link']}`;
    await this.get(link);
    const password = 'een lang genoeg nieuw wachtwoord';
    await this.post(link, { password, passwordAgain: password });
    this.desk.look();
  }

  private async signIn(password: string): Promise<void> {
    await this.get('/sign-in', {}, false);
    await this.post('/sign-in', { email: accountOf('auditor').email, password }, false);
    await this.get('/work');
  }

  private async programs(token: string, summary: string): Promise<void> {
    const headers = { Authorization: `Bearer ${token}` };
    await this.get('/api/me', headers, false);
    await this.get('/api/cases/none', headers, false);
    const json = { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
    await this.send('POST', '/api/cases', json, `{"summary": "${summary}", "line": `, true);
    await this.send('POST', '/api/cases', json, JSON.stringify({ ...CASE, line: 'none of them', summary }), true);
  }

  /** One mail that can be read and one that can hardly be. */
  private async mail(): Promise<void> {
    const { words } = this.canaries;
    const transport = createTransport({ host: '127.0.0.1', port: this.desk.mailPort, ignoreTLS: true });
    const envelope = { from: `${words['a mail’s sender']}@practice.example`, to: 'desk@seinpost.test' };
    const head = `From: ${envelope.from}\r\nTo: ${envelope.to}\r\nSubject: ${words['a mail’s subject']}\r\n`;
    for (const type of ['text/plain', `multipart/mixed; boundary="${words['a mail’s text']}`]) {
      const raw = `${head}Message-ID: <${randomUUID()}@x>\r\nContent-Type: ${type}\r\n\r\n${words['a mail’s text']}\r\n`;
      await transport.sendMail({ envelope, raw });
    }
    transport.close();
    this.desk.look();
  }

  private get(path: string, headers: Record<string, string> = {}, signedIn = true): Promise<void> {
    return this.send('GET', path, { ...headers, ...(signedIn ? this.cookie() : {}) });
  }

  private post(path: string, fields: Record<string, string>, signedIn = true): Promise<void> {
    const body = new URLSearchParams({ _csrf: this.token, _once: randomUUID(), ...fields }).toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
    return this.send('POST', path, { ...headers, ...(signedIn ? this.cookie() : this.visitor) }, body, true);
  }

  private visitor: Record<string, string> = {};
  private readonly cookie = () => ({ Cookie: `${SESSION_COOKIE}=${this.canaries.secrets['a session']}` });

  private async send(method: string, path: string, headers: object, body?: string, gaveWords = false): Promise<void> {
    const init = { method, headers: headers as Record<string, string>, redirect: 'manual' as const };
    const answer = await fetch(`${this.desk.address}${path}`, body === undefined ? init : { ...init, body });
    const page = await answer.text();
    this.token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x3D;', '=') ?? this.token;
    const given = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (given.length > 0) this.visitor = { Cookie: given.join('; ') };
    const shown = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    this.seen.push({ status: answer.status, headers: shown, page: answer.status < 400 ? '' : page, gaveWords });
  }
}
