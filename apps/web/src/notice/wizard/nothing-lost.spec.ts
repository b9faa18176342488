import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Colleagues } from '#application/access/colleagues.js';
import { projectPath } from '#adapters/settings/project.js';
import { Words } from '#adapters/templates/words.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { formIn, plain } from '#test/visits/form-in.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';
import { WIZARD_PAGES } from './wizard-pages.js';

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;
let supervisor: string;
const words = Words.read(projectPath('templates', 'words'));

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
  supervisor = (await app.get(Colleagues).ofLine('helpline', ['supervisor']))[0]!.id;
});
afterAll(() => app.close());

type Typed = Readonly<Record<string, string>>;

/** On one page: what a colleague keeps first, what somebody types over it, and how the page words what a colleague kept. */
interface Turn {
  readonly theirs: Typed;
  readonly mine: Typed;
  readonly now: readonly string[];
  /** What the button itself sends. */
  readonly press?: Typed;
}

const said = (key: string): string => words.text('nl', key);
const PUBLIC = { visibility: 'anyone', service: 'online-platform', area: 'inside', lawfulness: 'unlawful' };

const TURNS: Readonly<Record<string, () => Turn>> = {
  danger: () => ({ theirs: { danger: 'none' }, mine: { danger: 'suicidal' }, now: [said('dangers.none')] }),
  help: () => ({ theirs: { told: supervisor }, mine: { told: '' }, now: ['Oefen'], press: { heeded: 'yes' } }),
  content: () => ({
    theirs: { addresses: 'https://example.org/theirs', contentType: 'post' },
    mine: { addresses: 'https://example.org/mine', contentType: 'video', locator: '1:23', postedOn: '2026-10-02' },
    now: ['https://example.org/theirs'],
  }),
  scope: () => ({
    theirs: { ...PUBLIC, service: 'hosting' },
    mine: { ...PUBLIC, service: 'small-platform' },
    now: [said('service-kinds.hosting')],
  }),
  imagery: () => ({ theirs: { imagery: 'none' }, mine: { imagery: 'person' }, now: [said('imageries.none')] }),
  grounds: () => ({
    theirs: { ground1: 'SR285D', expression: 'Geen debat.' },
    mine: { ground1: 'AW21', items1: '1', expression: 'Een privéfoto.' },
    now: ['Geen debat.', 'Doxing'],
  }),
  person: () => ({
    theirs: { ownReport: 'refused', name: 'Oefennaam', shareName: 'yes' },
    mine: { ownReport: 'not-made', username: '@oefen', shareUsername: 'yes', features: 'Tattoo', shareFeatures: 'yes' },
    now: [said('own-reports.refused'), 'Oefennaam', said('wizard.there-ticked')],
  }),
  evidence: () => ({ theirs: {}, mine: {}, now: [] }),
  channel: () => ({
    theirs: { measure: 'restrict' },
    mine: { measure: 'de-index', language: 'nl' },
    now: [said('measures.restrict')],
  }),
  explain: () => ({
    theirs: { q1: 'Aan het gezicht.' },
    mine: { q1: 'Aan de stem.' },
    now: ['Aan het gezicht.'],
  }),
  reword: () => ({
    theirs: { text: 'Their reasons for it.' },
    mine: { text: 'My reasons for it.', second: 'Mijn redenen.' },
    now: ['Their reasons for it.'],
  }),
};

let made = 100;

/** A draft that nobody touched on the page, with the page open; answers its address. */
async function opened(step: string): Promise<string> {
  await visitor.signIn();
  const n = (made += 1);
  const answers = step === 'help' ? ({ ...UNANSWERED, danger: 'suicidal' } as const) : ANSWERED;
  const draft = NoticeBuilder.aNotice(n).about('https://example.org/1', 'https://example.org/2').saying({ answers });
  await scene.notices((step === 'content' ? draft.withoutLocation() : draft).build());
  const ofGround = ['explain', 'reword'].includes(step);
  const at = ofGround ? `/notices/${uuid(n)}/grounds/AW21/${step}` : `/notices/${uuid(n)}/write/${step}`;
  const page = await visitor.get(at);
  expect([at, page.status]).toEqual([at, 200]);
  return at;
}

/** What a browser sends: everything that stands in the form, with what somebody typed instead; an unmade tick is not sent. */
const sent = (html: string, typed: Typed): Record<string, string> => {
  const { _csrf, _once, ...values } = formIn(html).values as Record<string, string>;
  return { ...values, ...typed };
};

test('every page on which a notice is written stands in this table', () => {
  const slugs = WIZARD_PAGES.map(
    (page) => new (page as unknown as new (...none: undefined[]) => { slug: string })().slug,
  );
  expect(Object.keys(TURNS).sort()).toEqual([...slugs, 'explain', 'reword'].sort());
});

describe.each(Object.keys(TURNS))('on the page %s', (step) => {
  test('two people: both texts are shown in words, what was typed stays, and can be kept after all (F54)', async () => {
    const { theirs, mine, now, press = {} } = TURNS[step]!();
    const at = await opened(step);
    const { text } = await visitor.get(at);
    expect((await visitor.post(at, sent(text, { ...theirs, ...press }))).status).toBe(303);
    const refused = await visitor.post(at, sent(text, { ...mine, ...press }));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(said('wizard.changed-meanwhile'));
    const there = [...refused.text.matchAll(/<p class="there-now">[^]*?<\/p>/g)]
      .map(([html]) => plain(html))
      .join('\n');
    expect(now.filter((each) => !there.includes(each))).toEqual([]);
    expect(formIn(refused.text).values).toMatchObject(mine);
    expect((await visitor.post(at, sent(refused.text, press))).status).toBe(303);
    expect(shown(formIn((await visitor.get(at)).text).values, mine)).toEqual(mine);
  });

  test('a session that ends: every word comes back after signing in, and can be kept (F55)', async () => {
    const { mine, press = {} } = TURNS[step]!();
    const at = await opened(step);
    const typed = sent((await visitor.get(at)).text, { ...mine, ...press });
    await app
      .get(DataSource)
      .query(`update sessions set seen_at = seen_at - interval '1 hour', began_at = began_at - interval '1 hour'`);
    const over = await visitor.post(at, typed);
    expect(over.status).toBe(401);
    const [, action] = /data-words-for="([^"]*)"/.exec(over.text)!;
    const kept = [...over.text.matchAll(/data-field="([^"]*)" value="([^"]*)"/g)];
    const held = Object.fromEntries(kept.map(([, name, value]) => [name!, plain(value!)]));
    expect([action, held]).toMatchObject([at, filledIn(mine)]);
    await visitor.signIn();
    const [, back] = /href="\/sign-in\?to&#x3D;([^"]*)"/.exec(over.text)!;
    const again = await visitor.get(decodeURIComponent(back!));
    const { takes } = formIn(again.text);
    expect(Object.entries(mine).filter(([name, value]) => !takes(name, value))).toEqual([]);
    expect((await visitor.post(action!, sent(again.text, held))).status).toBe(303);
    expect(shown(formIn((await visitor.get(at)).text).values, mine)).toEqual(mine);
  });
});

const filledIn = (typed: Typed): Typed => Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''));

/** Of what a page shows, what was typed; some of it stands by then in fields of another name. */
const shown = (values: Typed, mine: Typed): Typed => ({
  ...Object.fromEntries(Object.keys(mine).map((name) => [name, values[RENAMED[name] ?? name]!])),
});
const RENAMED: Readonly<Record<string, string>> = { locator: 'locator1', postedOn: 'posted1', contentType: 'kind1' };
