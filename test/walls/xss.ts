import { readHistory } from '#adapters/history/read-history.js';
import { ImportNotices } from '#application/notice/import-notices.js';
import { system } from '#domain/event.js';
import { holds } from '#test/faults/fault.js';
import { MARK, TEMPLATE_WORDS, XSS_PAYLOADS } from '#test/fixtures/xss-payloads.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { deskBrowser } from '#test/visits/desk-browser.js';
import { pageTemplates } from '#test/repository/page-templates.js';
import { asked, filledIn, type Found } from './crawl.js';
import { shown } from './shown.js';
import { routesOf, type Wall } from './wall.js';

const ALL = Object.values(XSS_PAYLOADS).flat();

/** All payloads in pieces of at most so many letters: a payload that gets out spoils its page whoever stands beside it. */
function pieces(longest: number, between = '\n'): string[] {
  const found: string[] = [];
  for (const payload of ALL) {
    const last = found.at(-1);
    if (last !== undefined && last.length + payload.length + between.length <= longest) {
      found[found.length - 1] = last + between + payload;
    } else found.push(payload);
  }
  return found;
}

/** Every payload in every field that can reach a page, shown in a browser with our policy and without (faults F59, F60). */
export async function nothingRuns(wall: Wall): Promise<void> {
  const supervisor = new DeskVisit(wall.app);
  await supervisor.signIn('supervisor');
  const found = await hostilePages(wall, supervisor);
  const pages = distinct(found);
  holds(pages.length > 100, `only ${pages.length} pages to look at`);
  const browser = await deskBrowser();
  const wrong: string[] = [];
  try {
    const page = await browser.browser.newPage();
    const known = namesInTemplates();
    const some = pages.filter((_, n) => n % 3 === 0); // what does nothing without our policy does nothing with it
    wrong.push(...(await shown(page, { pages, port: wall.port, policy: false, known, mark: MARK })));
    wrong.push(...(await shown(page, { pages: some, port: wall.port, policy: true, known, mark: MARK })));
  } finally {
    await browser.end();
  }
  holds(wrong.length === 0, `${wrong.length}: ${wrong.slice(0, 10).join('; ')}`);
}

/** Template words stand on the page as they were typed. */
export async function templatesStayWords(wall: Wall): Promise<void> {
  const summary = TEMPLATE_WORDS.join('\n');
  await wall.visitor.get('/cases/new');
  const form = { line: 'helpline', ageBand: 'unknown', mandate: 'none', manipulated: 'unknown', urgency: 'normal' };
  const done = await wall.visitor.post('/cases/new', { ...form, summary });
  holds(done.status === 303, `the case was not opened: ${done.status}`);
  const { text } = await wall.visitor.get(String(done.headers['location']));
  const literal = text.replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
  const words = literal
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  const lost = TEMPLATE_WORDS.filter((word) => !words.includes(word));
  holds(lost.length === 0, `changed on the way: ${lost.join('; ')}`);
}

async function hostilePages(wall: Wall, supervisor: DeskVisit): Promise<Found[]> {
  await hostileMail(wall);
  await hostileHistory(wall);
  await hostileNames(wall);
  const found: Found[] = [];
  found.push(...(await asked(wall, wall.visitor, pieces(230), 3)), ...(await searched(wall)));
  found.push(...(await asked(wall, supervisor, pieces(230), 1)));
  found.push(...(await filledIn(wall, wall.visitor, [...pieces(3_900), ...(XSS_PAYLOADS['addresses'] ?? [])], 5)));
  for (const visitor of [wall.visitor, supervisor]) found.push(...(await everything(wall, visitor)));
  return found;
}

/** Every payload as what is looked for. */
async function searched({ visitor }: Wall): Promise<Found[]> {
  const found: Found[] = [];
  for (const words of pieces(95, ' ')) {
    const path = `/cases?search=${encodeURIComponent(words)}`;
    found.push({ what: `GET ${path}`, answer: await visitor.get(path) });
  }
  return found;
}

/** All pages, and all that the lists lead to. */
async function everything(wall: Wall, visitor: DeskVisit): Promise<Found[]> {
  const found: Found[] = [];
  const seen = new Set<string>();
  let next = routesOf(wall, 'GET').map(({ path }) => path);
  for (let depth = 0; depth < 2; depth += 1) {
    const leads: string[] = [];
    for (const path of next.filter((each) => !seen.has(each)).slice(0, 60)) {
      seen.add(path);
      const answer = await visitor.get(path);
      found.push({ what: `GET ${path}`, answer });
      leads.push(
        ...[...(answer.text ?? '').matchAll(/href="(\/(?:cases|notices|inbox)[^"#]*)"/g)].map(([, href]) => href!),
      );
    }
    next = leads.map((href) => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
  }
  return found;
}

/** Mails whose every part is hostile, through the intake and the parser. */
async function hostileMail({ scene }: Wall): Promise<void> {
  const quoted = (text: string) => text.replaceAll(/[\r\n"\\\u2028\u2029]/g, ' ');
  for (const words of pieces(900, ' ')) {
    const encoded = `=?utf-8?B?${Buffer.from(quoted(words)).toString('base64')}?=`;
    const name = quoted(words).slice(0, 200);
    await scene.mail({
      subject: encoded,
      from: `${encoded} <no-reply@practice.example>`,
      headers: ['Content-Type: multipart/mixed; boundary=b', `Reply-To: ${encoded} <x@practice.example>`],
      text: [
        ...[
          '--b',
          'Content-Type: text/plain; charset=utf-8',
          '',
          words,
          '--b',
          'Content-Type: text/html; charset=utf-8',
          '',
          words,
        ],
        ...[
          '--b',
          `Content-Type: image/svg+xml; name="${name}"`,
          `Content-Disposition: attachment; filename="${name}"`,
          '',
          words,
          '--b--',
        ],
      ].join('\r\n'),
    });
  }
}

async function hostileHistory({ scene }: Wall): Promise<void> {
  const worker = await scene.worker();
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = ALL.map((words, n) =>
    [
      cell(words.slice(0, 60)),
      '',
      '',
      'practice',
      'form',
      '2025-08-01T10:00:00Z',
      '',
      'AW21',
      '',
      'nl',
      '',
      cell(`https://a.example/${n}?${encodeURI(words.toWellFormed())}`),
      'removed',
      '2025-08-02T10:00:00Z',
      'terms',
      '',
    ].join(','),
  );
  const header =
    'reference,regime,line,platform,channel,sentAt,acknowledgedAt,grounds,category,language,manipulated,url,outcome,decidedAt,basis,territory';
  const history = readHistory(Buffer.from([header, ...rows].join('\n')));
  await worker.get(ImportNotices).run(history, { dryRun: false, skipBad: true, by: system('test') });
}

/** Names that come with the register and with accounts, put where no form would let them. */
async function hostileNames({ db }: Wall): Promise<void> {
  const name = `"><img src=${MARK} onerror=${MARK}()>{{${MARK}}}`;
  await db.query('update users set name = $1', [name]);
  for (const table of ['platforms', 'providers']) {
    await db.query(`update ${table} set name = $1 || left(id::text, 8)`, [name]).catch(() => undefined);
  }
}

/** Pages by what they say: tokens and references that differ each time left out. */
function distinct(found: readonly Found[]): Found[] {
  const pages = found.filter(({ answer }) => /text\/html/.test(String(answer.headers['content-type'])));
  const same = (text: string) => text.replaceAll(/name="_(?:csrf|once)" value="[^"]*"|[2-9A-Z]{4}-[2-9A-Z]{4}/g, '');
  return [...new Map(pages.map((each) => [same(each.answer.text), each])).values()];
}

/** Every element and attribute that our own templates write; whatever else stands on a page came from outside. */
function namesInTemplates(): readonly string[] {
  const own = pageTemplates()
    .map(({ source }) => source.replaceAll(/\{\{[\s\S]*?\}\}/g, ' '))
    .join('\n');
  const elements = [...own.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name!.toLowerCase());
  const attributes = [...own.matchAll(/\s([a-z][\w:-]*)(?==|[\s>])/gi)].map(([, name]) => `@${name!}`);
  return [...new Set([...elements, ...attributes, 'tbody'])];
}
