import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Inbox } from '#application/correspondence/inbox.js';
import { EVERYTHING } from '#domain/access/reach.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const NOTICE = uuid(1);
const RECEIPT = { subject: 'Re: [TF-2026-000001] Your notice', text: 'We have received your report. Thank you.' };
const QUESTION = {
  subject: 'Re: [TF-2026-000001]',
  text: 'We need more information to handle your report. Could you please send us a copy of the original photo?',
};

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
});
afterAll(() => app.close());

describe('the inbox', () => {
  test('says on the first day that nothing came in, in each of its parts', async () => {
    expect((await visitor.get('/inbox')).text).toContain('Alle berichten zijn afgehandeld');
    for (const part of ['task', 'quarantined', 'handled', 'all'])
      expect((await visitor.get(`/inbox?show=${part}`)).status).toBe(200);
  });

  test('lists what came in with its meaning and its notice, and counts each part', async () => {
    await scene.notices(NoticeBuilder.aNotice(1).sentOn().build(), NoticeBuilder.aNotice(2).sentOn().build());
    await scene.mail(RECEIPT);
    await scene.mail(QUESTION);
    await scene.unreadable({ subject: 'Kapot', text: 'x' });
    const { text } = await visitor.get('/inbox');
    expect(text).toContain('Ontvangstbevestiging');
    expect(text).toContain('Vraag aan ons');
    expect(text).toContain('TF-2026-000001');
    expect(text).toContain('Oefenplatform');
    expect(text).toContain('Het lezen duurde te lang');
    expect(text).toMatch(/Vragen <span class="tabs__count">1</);
    expect(text).toMatch(/Niet te lezen <span class="tabs__count">1</);
    expect((await visitor.get('/inbox?show=task')).text).not.toContain('Ontvangstbevestiging');
  });

  test('is counted up to what is asked and one more, and lists the rest all the same', async () => {
    const last = await app.get(Inbox).page({ show: 'all', page: 3, size: 1 }, EVERYTHING, 1);
    expect([last.total, last.rows.length]).toEqual([2, 1]);
  });

  test('shows the open ones for a part nobody knows, and says so for a page that is not there', async () => {
    expect((await visitor.get('/inbox?show=__proto__&page=-4')).text).toContain('Ontvangstbevestiging');
    expect((await visitor.get('/inbox?page=99')).text).toContain('Deze pagina bestaat niet');
  });

  test('is closed to whoever may not read content', async () => {
    const administrator = new DeskVisit(app);
    await administrator.signIn('administrator');
    expect((await administrator.get('/inbox')).status).toBe(403);
    expect((await administrator.get(`/inbox/${uuid(1)}`)).status).toBe(403);
  });
});

describe('one message', () => {
  test('that does not exist is not found, whatever is asked of it', async () => {
    for (const id of [uuid(77), 'nonsense', '..%2f..']) {
      expect((await visitor.get(`/inbox/${id}`)).status).toBe(404);
      expect((await visitor.get(`/inbox/${id}/raw`)).status).toBe(404);
      for (const act of ['receipt', 'outcome', 'link', 'unlink', 'set-aside', 'take-up-again', 'understand-again'])
        expect((await visitor.post(`/inbox/${id}/${act}`, { version: '1', reference: 'TF-2026-000001' })).status).toBe(
          404,
        );
    }
  });

  test('is shown as text, however hard it tries to be more', async () => {
    const id = await scene.mail({
      subject: '<script>alert(1)</script> [TF-2026-000001]',
      text: '<img src=x onerror=alert(1)>\r\n> {{constructor}}\r\n> <b>quoted</b>',
    });
    const { text } = await visitor.get(`/inbox/${id}`);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src');
    expect(text).toContain('&lt;b&gt;quoted&lt;/b&gt;');
    expect(text).toContain('Ons meldingsnummer staat in het bericht.');
  });

  test('is handed over byte for byte, as a file that no browser opens', async () => {
    const id = await scene.mail({ subject: 'Ruw [TF-2026-000001]', text: 'Precies zo.' });
    const raw = await visitor.get(`/inbox/${id}/raw`);
    expect(raw.headers['content-type']).toBe('application/octet-stream');
    expect(raw.headers['content-disposition']).toMatch(/^attachment; filename="[0-9a-f]{16}\.eml"$/);
    expect(raw.headers['content-security-policy']).toContain('sandbox');
    expect((raw.body as Buffer).toString()).toMatch(/^From: Meldingen[\s\S]*\r\n\r\nPrecies zo\.$/);
  });

  test('names its attachments and opens none', async () => {
    const id = await scene.mail({
      subject: 'Met bijlage [TF-2026-000001]',
      text: '--x\r\nContent-Type: text/plain\r\n\r\nThe file is attached.\r\n--x\r\nContent-Type: image/png; name="foto.png"\r\nContent-Disposition: attachment; filename="foto.png"\r\n\r\nabc\r\n--x--\r\n',
      headers: ['Content-Type: multipart/mixed; boundary=x'],
    });
    const { text } = await visitor.get(`/inbox/${id}`);
    expect(text).toContain('foto.png');
    expect(text).toContain('Seinpost opent geen bijlagen');
    expect(text).not.toMatch(/<(img|iframe|object|embed)\b/);
  });

  test('may be read by an auditor, who is offered nothing to do', async () => {
    const auditor = new DeskVisit(app);
    await auditor.signIn('auditor');
    const id = await scene.mail({ ...RECEIPT, text: 'We received your report. Again.' });
    const { text, status } = await auditor.get(`/inbox/${id}`);
    expect(status).toBe(200);
    expect(text).not.toContain(`action="/inbox/${id}`);
    expect((await auditor.post(`/inbox/${id}/set-aside`, { version: '2' })).status).toBe(403);
  });
});

describe('what a person does with a message', () => {
  const seen = async (id: string): Promise<string> => {
    const { text } = await visitor.get(`/inbox/${id}`);
    return /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  };

  test('a receipt is confirmed with one press, and a second press does no harm', async () => {
    const id = await scene.mail({ ...RECEIPT, text: 'We have received your report, number 81.' });
    const { text } = await visitor.get(`/inbox/${id}`);
    expect(text).toContain('Dit lijkt een ontvangstbevestiging');
    const version = await seen(id);
    const done = await visitor.post(`/inbox/${id}/receipt`, { version });
    expect([done.status, done.headers['location']]).toEqual([303, '/inbox']);
    expect((await visitor.get('/inbox')).text).toContain('Ontvangst van melding TF-2026-000001 is bevestigd.');
    const twice = await visitor.post(`/inbox/${id}/receipt`, { version });
    expect(twice.status).toBe(409);
    expect(twice.text).toContain('al afgehandeld');
    expect((await visitor.get(`/notices/${NOTICE}`)).text).toContain('Ontvangst bevestigd');
  });

  test('a question is a task until a person is done with it, and can be taken up again', async () => {
    const id = await scene.mail({ ...QUESTION, text: `${QUESTION.text} Thanks.` });
    expect((await visitor.get(`/inbox/${id}`)).text).toContain('Het platform vraagt iets');
    await visitor.post(`/inbox/${id}/set-aside`, { version: await seen(id) });
    expect((await visitor.get(`/inbox/${id}`)).text).toContain('Dit bericht is afgehandeld');
    const back = await visitor.post(`/inbox/${id}/take-up-again`, { version: await seen(id) });
    expect(back.headers['location']).toBe(`/inbox/${id}`);
    expect((await visitor.get(`/inbox/${id}`)).text).toContain('Het bericht staat weer open.');
    expect((await visitor.get('/inbox?show=task')).text).toContain(`/inbox/${id}`);
  });

  test('a message without a notice is linked by reference, to another one, and to none', async () => {
    const id = await scene.mail({ subject: 'Update', text: 'We removed the content you reported.' });
    expect((await visitor.get(`/inbox/${id}`)).text).toContain('Bij welke melding hoort dit bericht?');
    const wrong = await visitor.post(`/inbox/${id}/link`, { version: await seen(id), reference: 'TF-1999-000001' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<a href="#reference">Er is geen melding met dit kenmerk</a>');
    expect(wrong.text).toContain('value="TF-1999-000001"');
    expect((await visitor.post(`/inbox/${id}/link`, { version: await seen(id), reference: '' })).status).toBe(422);
    await visitor.post(`/inbox/${id}/link`, { version: await seen(id), reference: ' tf-2026-000002 ' });
    const linked = await visitor.get(`/inbox/${id}`);
    expect(linked.text).toContain('Wat besloot het platform?');
    expect(linked.text).toContain('Een medewerker heeft het bericht gekoppeld.');
    const undone = await visitor.post(`/inbox/${id}/unlink`, { version: await seenAs(id, 'link') });
    expect(undone.status).toBe(303);
    expect((await visitor.get(`/inbox/${id}`)).text).toContain('Bij welke melding hoort dit bericht?');
  });

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const id = await scene.mail({ subject: 'Vraag', text: 'We removed it. Regards.' });
    const version = await seen(id);
    await visitor.post(`/inbox/${id}/link`, { version, reference: 'TF-2026-000001' });
    const late = await visitor.post(`/inbox/${id}/link`, { version, reference: 'TF-2026-000002' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Iemand heeft dit intussen veranderd');
  });

  test('a message that cannot be read shows why and how it begins, and may be tried again', async () => {
    const id = await scene.unreadable({ subject: 'Re: TF-2026-000002', text: 'We have received your report.' });
    const { text } = await visitor.get(`/inbox/${id}`);
    expect(text).toContain('Dit bericht is niet te lezen');
    expect(text).toContain('Het lezen duurde te lang');
    expect(text).toContain('We have received your report.');
    const tried = await visitor.post(`/inbox/${id}/understand-again`, { version: await seen(id) });
    expect(tried.headers['location']).toBe(`/inbox/${id}`);
    const read = await visitor.get(`/inbox/${id}`);
    expect(read.text).toContain('Het bericht is gelezen.');
    expect(read.text).toContain('Dit lijkt een ontvangstbevestiging');
    expect((await visitor.post(`/inbox/${id}/understand-again`, { version: '9' })).status).toBe(409);
  });

  test('a message that cannot be read is linked by hand and keeps its notice when it is read after all', async () => {
    const id = await scene.unreadable({ subject: 'Re: TF-2026-000002', text: 'We received your report (no. 7).' });
    await visitor.post(`/inbox/${id}/link`, { version: await seen(id), reference: 'TF-2026-000001' });
    await visitor.post(`/inbox/${id}/understand-again`, { version: await seen(id) });
    expect((await visitor.get(`/inbox/${id}`)).text).toContain('href="/notices/' + NOTICE);
  });

  test('a form with what does not belong in it is refused', async () => {
    const id = await scene.mail({ ...RECEIPT, text: 'We have received your report. Bye.' });
    const forms: Record<string, string>[] = [{ version: '' }, { version: 'x' }, { version: '2', sneaky: '1' }];
    for (const form of forms) expect((await visitor.post(`/inbox/${id}/receipt`, form)).status).toBe(422);
  });

  async function seenAs(id: string, as: string): Promise<string> {
    const { text } = await visitor.get(`/inbox/${id}?as=${as}`);
    return /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  }
});
