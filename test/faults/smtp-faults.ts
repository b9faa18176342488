import type { MailRoute } from '#adapters/mail/smtp/mail-route.js';
import { type Line, SmtpSink, type Tricks } from '#test/fakes/smtp-sink.js';
import { type Fault, type Ground, holds } from './fault.js';
import { aSender, turn } from './survivor.js';

interface Trial {
  readonly tricks?: Tricks;
  readonly line?: Line;
  readonly route?: Partial<MailRoute>;
  /** How the delivery must stand after one turn. */
  readonly stands: 'sent' | 'deferred' | 'failed' | 'unknown';
  readonly notice: 'sent' | 'submitted' | 'ready';
}

/** One turn against a server that misbehaves, then one against a good one, which must not bring a second mail. */
async function tried(
  { desk, next }: Ground,
  { tricks = {}, line = 'plain', route = {}, stands, notice }: Trial,
): Promise<void> {
  const { deliveryId } = await desk.wait(next());
  const sink = await SmtpSink.open(tricks, line);
  try {
    await turn(aSender(desk, sink.port, route));
    const standing = await desk.standing(deliveryId);
    holds(standing.state === stands && standing.notice === notice, `${standing.state}, notice ${standing.notice}`);
    const isGone = stands === 'unknown' || stands === 'failed';
    sink.play({});
    await desk.letTimePass(deliveryId);
    if (isGone) await turn(aSender(desk, sink.port));
    holds(sink.arrived.length <= 1, `${sink.arrived.length} mails for one delivery`);
    holds(line === 'plain' || sink.arrived.length === 0, 'it left in plain text');
    await desk.db.query(`update deliveries set state = 'called-back', next_try_at = null, finished_at = now()
                         where state in ('queued', 'deferred')`);
  } finally {
    await sink.close();
  }
}

const each = (trials: readonly Trial[]) => async (ground: Ground) => {
  for (const trial of trials) await tried(ground, trial);
};

const LATER = { stands: 'deferred', notice: 'submitted' } as const;
const NEVER = { stands: 'failed', notice: 'ready' } as const;
const LOST = { stands: 'unknown', notice: 'submitted' } as const;
const slowly = () => new Promise<void>((resolve) => setTimeout(resolve, 2000));

/** The part of the plan about other people's mail servers. */
export const SMTP_FAULTS: readonly Fault[] = [
  {
    number: 'F22',
    says: 'connection refused, DNS fails, TLS fails, wrong certificate: deferred, never in plain text',
    run: each([
      { ...LATER, route: { port: 1 } },
      { ...LATER, route: { host: 'no-such-host.invalid' } },
      { ...LATER, route: { secure: true } },
      { ...LATER, route: { secure: true }, line: 'tls' },
      { ...LATER, route: { ignoreTLS: false }, line: 'starttls' },
      { ...LATER, route: { requireTLS: true } },
    ]),
  },
  {
    number: 'F23',
    says: '421 at MAIL, 450 at RCPT, 451 after the dot: deferred with the same letter',
    run: each([421, 450, 451].map((code, i) => ({ ...LATER, tricks: { [['mail', 'rcpt', 'dot'][i]!]: code } }))),
  },
  {
    number: 'F24',
    says: '550 at RCPT, 552 and 554 after the dot: failed, the notice is ready again',
    run: each([{ rcpt: 550 }, { dot: 552 }, { dot: 554 }].map((tricks) => ({ ...NEVER, tricks }))),
  },
  {
    number: 'F26',
    says: 'line dropped before the offer: deferred; at DATA or in the body: unknown (design.md §4), never sent again',
    run: each([
      ...(['connect', 'mail', 'rcpt'] as const).map((moment) => ({ ...LATER, tricks: { [moment]: 'drop' } })),
      ...(['data', 'body'] as const).map((moment) => ({ ...LOST, tricks: { [moment]: 'drop' } })),
    ]),
  },
  {
    number: 'F27',
    says: 'line dropped after the dot, or no answer: unknown, never sent again',
    run: each([
      { ...LOST, tricks: { dot: 'drop' } },
      { ...LOST, tricks: { dot: 'hang' } },
    ]),
  },
  {
    number: 'F28',
    says: 'a very slow 250 is waited for',
    run: each([{ stands: 'sent', notice: 'sent', tricks: { dot: slowly } }]),
  },
  { number: 'F31', says: 'wrong password: three tries, then the sender stands still and says so', run: wrongPassword },
];

async function wrongPassword({ desk, next }: Ground): Promise<void> {
  const sink = await SmtpSink.open();
  for (let i = 0; i < 10; i += 1) await desk.wait(next());
  const sender = aSender(desk, sink.port, { login: { user: 'desk', pass: 'wrong' } });
  const troubles = [];
  for (let i = 0; i < 5; i += 1) troubles.push(...(await turn(sender)));
  await sink.close();
  holds(sink.passwords === 3, `${sink.passwords} passwords given`);
  holds(
    troubles.map(String).some((trouble) => trouble.includes('mail.sender-stands-still')),
    'nobody was told',
  );
}
