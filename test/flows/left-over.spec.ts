import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PgDueMessages } from '#adapters/postgres/pg-due-messages.js';
import { KeepMail } from '#application/correspondence/keep-mail.js';
import { UnderstandLeftOver } from '#application/correspondence/understand-left-over.js';
import { UnderstandMessage } from '#application/correspondence/understand-message.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const mail = (n: number) => ({
  bytes: Buffer.from(
    `From: a@platform.example\r\nSubject: mail ${n}\r\nMessage-ID: <${n}@platform.example>\r\n\r\nHello\r\n`,
  ),
  ...{ source: 'intake' as const, receivedAt: new Date(2026, 0, n), receivedSource: 'server' as const },
});

const states = async (): Promise<unknown> =>
  (await desk.db.query<{ state: string }[]>('select state from messages order by received_at')).map((row) => row.state);

test('mail whose job is gone is understood all the same, and one that makes trouble does not hold up the others', async () => {
  const [first] = await desk.get(KeepMail).run([mail(1), mail(2), mail(3)]);
  await desk.db.query('delete from jobs.job');
  const understand = desk.get(UnderstandMessage);
  const trouble = new Error('the database is away');
  const stumbling = {
    run: (event: { subjectId: string }) =>
      event.subjectId === first!.id ? Promise.reject(trouble) : understand.run(event),
  };
  const due = new PgDueMessages(desk.db);
  const heard: unknown[] = [];
  await new UnderstandLeftOver(due, stumbling as UnderstandMessage).run((one) => heard.push(one));
  expect([heard, await states()]).toEqual([[trouble], ['kept', 'unmatched', 'unmatched']]);

  const act = new UnderstandLeftOver(due, understand);
  for (let again = 0; again < 2; again += 1) await act.run((one) => heard.push(one));
  expect([heard, await states()]).toEqual([[trouble], ['unmatched', 'unmatched', 'unmatched']]);
  const events = await desk.db.query<object[]>(`select kind from event_log where kind = 'message-understood'`);
  expect(events).toHaveLength(3);
});

test('mail that three understand at once is understood once', async () => {
  const [kept] = await desk.get(KeepMail).run([mail(4)]);
  const understand = desk.get(UnderstandMessage);
  await Promise.all([1, 2, 3].map(() => understand.run({ subjectId: kept!.id })));
  const events = await desk.db.query<object[]>(
    `select kind from event_log where subject_id = $1 and kind = 'message-understood'`,
    [kept!.id],
  );
  expect(events).toHaveLength(1);
});
