import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { PracticeConfig } from '../../apps/practice/src/config.js';
import { startPracticePlatform, type PracticePlatform } from '../../apps/practice/src/platform.js';
import { DeskMailbox } from './practice-platform/desk-mailbox.js';

let desk: DeskMailbox;
let platform: PracticePlatform;
let stateFolder: string;

const config = (decisionSeconds: number): Partial<PracticeConfig> => ({
  port: 0,
  smtpPort: 0,
  deskMail: { host: '127.0.0.1', port: desk.port },
  seed: 'test',
  delays: { receiptSeconds: 0.05, decisionSeconds },
  stateFolder,
});

const start = (decisionSeconds = 0.1): Promise<PracticePlatform> => startPracticePlatform(config(decisionSeconds));

beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'practice-'));
  desk = await DeskMailbox.open();
  platform = await start();
});

afterEach(async () => {
  await platform.close();
  await desk.close();
  await rm(stateFolder, { recursive: true, force: true });
});

let sent = 0;

async function notify(
  slugs: readonly string[],
  mail: {
    readonly to?: string;
    readonly reference?: string;
    readonly subject?: string;
    readonly inReplyTo?: string;
  } = {},
): Promise<string> {
  sent += 1;
  const reference = mail.reference ?? `TF-2026-${String(sent).padStart(6, '0')}`;
  const transport = createTransport({ host: '127.0.0.1', port: platform.smtpPort, ignoreTLS: true });
  const urls = slugs.map((slug) => `${platform.address}/p/${slug}`).join('\n');
  const { messageId } = await transport.sendMail({
    from: 'Meldpunt <meldingen@desk.example>',
    replyTo: `meldingen+k${sent}@desk.example`,
    to: mail.to ?? 'notices@practice.example',
    subject: mail.subject ?? `Melding illegale inhoud [${reference}]`,
    messageId: `<${sent}.notice@desk.example>`,
    text: `Op grond van artikel 16 DSA melden wij:\n${urls}\nMet vriendelijke groet`,
    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
  });
  transport.close();
  return messageId;
}

const statusOf = async (slug: string): Promise<number> => (await fetch(`${platform.address}/p/${slug}`)).status;

describe('The practice platform answers a notice by mail', () => {
  test('a receipt in the thread of the notice, then the decision, and then the post is gone', async () => {
    const messageId = await notify(['zonsondergang']);
    const receipt = await desk.next();
    expect(receipt.to).toBe(`meldingen+k${sent}@desk.example`);
    expect(receipt.mail.inReplyTo).toBe(messageId);
    expect(await statusOf('zonsondergang')).toBe(200);

    const decision = await desk.next();
    expect(decision.mail.text).toMatch(/verwijderd|offline gehaald/);
    await desk.settled(() => platform.standing('zonsondergang') === 'gone');
    expect(await statusOf('zonsondergang')).toBe(410);
    expect((await fetch(`${platform.address}/p/zonsondergang/beeld.svg`)).status).toBe(410);
  });

  test('a post blocked in the Netherlands answers 451', async () => {
    await notify(['molen-bij-mist']);
    await desk.take(2);
    await desk.settled(() => platform.standing('molen-bij-mist') === 'geo-blocked');
    expect(await statusOf('molen-bij-mist')).toBe(451);
  });

  test('a second notice about a post that went is told it was removed already', async () => {
    await notify(['zonsondergang']);
    await desk.take(2);
    await notify(['zonsondergang']);
    const [, decision] = await desk.take(2);
    expect(decision?.mail.text).toMatch(/al verwijderd|eerder is verwijderd/);
  });

  test('several addresses get one letter with a decision for each', async () => {
    await notify(['kat-op-het-dak', 'fiets-zoekt-slot', 'molen-bij-mist']);
    const [, decision] = await desk.take(2);
    expect(decision?.mail.html).toMatch(/<td>Verwijderd \(illegale inhoud\)<\/td>/);
    expect(decision?.mail.html).toMatch(/<td>Geen overtreding, blijft staan<\/td>/);
    await desk.settled(() => platform.standing('molen-bij-mist') === 'geo-blocked');
    expect(platform.standing('kat-op-het-dak')).toBe('gone');
    expect(platform.standing('fiets-zoekt-slot')).toBe('visible');
  });

  test('an undeliverable notice comes back as a report to the envelope sender, from nobody', async () => {
    await notify(['sterrennacht']);
    const report = await desk.next();
    expect(report.from).toBe('');
    expect(report.to).toBe('meldingen@desk.example');
    expect(report.raw).toContain('report-type=delivery-status');
    expect(report.raw).toMatch(/^Status: 5\.1\.1\r$/m);
    expect(report.raw).toContain(`Message-ID: <${sent}.notice@desk.example>`);
  });
});

describe('The practice platform waits for us where it says so', () => {
  test('the address is confirmed by opening the link, and only then a decision follows', async () => {
    await notify(['zeilbootje']);
    const asked = await desk.next();
    const link = /http:\/\/\S+\/bevestig\/\w+/.exec(asked.mail.text ?? '')?.[0] ?? '';
    expect((await fetch(link)).status).toBe(200);
    const [, decision] = await desk.take(2);
    expect(decision?.mail.text).toMatch(/verwijderd|offline gehaald/);
  });

  test('a question that is answered leads to a decision instead of a closed notice', async () => {
    await notify(['theepauze']);
    const question = await desk.next();
    await notify([], { subject: 'Re: vraag', inReplyTo: question.mail.messageId });
    const decision = await desk.next();
    expect(decision.mail.text).toMatch(/verwijderd|illegale inhoud/);
    expect(platform.answers().find(({ kind }) => kind === 'insufficient')?.state).toBe('dropped');
  });

  test('a question that nobody answers ends in a notice closed for lack of information', async () => {
    await notify(['long-way-up']);
    const [, closed] = await desk.take(2);
    await desk.settled(() => platform.answers().every(({ state }) => state !== 'waiting'));
    expect(closed?.mail.text).toMatch(/closed/);
    expect(platform.answers().map(({ kind, state }) => [kind, state])).toEqual([
      ['question', 'sent'],
      ['removed-law', 'dropped'],
      ['insufficient', 'sent'],
    ]);
  });

  test('a notice taken back gets no decision any more', async () => {
    await platform.close();
    platform = await start(60);
    const messageId = await notify(['zonsondergang'], { reference: 'TF-2026-900001' });
    await desk.next();
    await notify([], { subject: 'Intrekking [TF-2026-900001]', inReplyTo: messageId });
    const confirmed = await desk.next();
    expect(confirmed.mail.text).toMatch(/ingetrokken/);
    await desk.settled(() => platform.answers().every(({ state }) => state !== 'planned'));
    expect(platform.answers().map(({ kind, state }) => [kind, state])).toEqual([
      ['receipt', 'sent'],
      ['removed-terms', 'dropped'],
      ['withdrawn', 'sent'],
    ]);
    expect(await statusOf('zonsondergang')).toBe(200);
  });

  test('a person who practises can have any answer sent now', async () => {
    platform.setDelays({ decisionSeconds: 60 });
    await notify(['fiets-zoekt-slot']);
    await desk.next();
    await platform.answerNow(1, 'geo-blocked');
    const decision = await desk.next();
    expect(decision.mail.text).toMatch(/Nederland/);
    await desk.settled(() => platform.standing('fiets-zoekt-slot') === 'geo-blocked');
  });
});

describe('The practice platform repeats itself', () => {
  test('the same notices get the same answers in the same order after a new start', async () => {
    const rounds: string[][] = [];
    for (const round of [1, 2]) {
      if (round === 2) {
        await platform.close();
        platform = await startPracticePlatform({ ...config(0.1), reset: true });
      }
      sent = 1000;
      await notify(['zonsondergang']);
      await notify(['harbour-light', 'ballonnen']);
      const said = await desk.take(4);
      rounds.push(said.map(({ mail }) => `${mail.messageId} ${mail.text}`.replaceAll(platform.address, '')).sort());
    }
    expect(rounds[1]).toEqual(rounds[0]);
  });
});

describe('The practice platform survives', () => {
  test('a restart carries on with what was planned and what was removed', async () => {
    await notify(['zonsondergang']);
    await desk.take(2);
    platform.setDelays({ decisionSeconds: 1 });
    await notify(['harbour-light']);
    await desk.next();
    await platform.close();
    platform = await start();
    expect(await statusOf('zonsondergang')).toBe(410);
    expect(platform.received()).toHaveLength(2);
    const decision = await desk.next();
    expect(decision.mail.text).toMatch(/removed|deleted|disabled access/);
  });

  test('answers are kept while the intake of the desk is down, and come when it is back', async () => {
    await desk.shut();
    await notify(['zonsondergang']);
    await desk.settled(() => platform.answers()[0]?.trouble !== undefined);
    await desk.reopen();
    const [receipt, decision] = await desk.take(2);
    expect(receipt?.mail.text).toMatch(/ontvang|in behandeling/i);
    expect(decision?.mail.text).toMatch(/verwijderd|offline gehaald/);
    await desk.settled(() => platform.answers().every(({ state }) => state === 'sent'));
  });

  test('the same mail twice is noticed and answered once', async () => {
    await notify(['tulp-solo']);
    await desk.next();
    sent -= 1;
    await notify(['tulp-solo']);
    await desk.settled(() => platform.received().length === 2);
    expect(platform.received()[1]?.repeats).toBe(1);
    expect(platform.answers().filter(({ notice }) => notice === 2)).toEqual([]);
  });
});

describe('The practice platform refuses mail as real servers do', () => {
  test.each([
    ['unknown@practice.example', 550],
    ['full@practice.example', 452],
    ['somebody@elsewhere.example', 550],
  ])('%s gives %i', async (to, responseCode) => {
    await expect(notify(['zonsondergang'], { to })).rejects.toMatchObject({ responseCode });
    expect(platform.received()).toEqual([]);
  });
});
