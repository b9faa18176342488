import type { Response } from 'supertest';
import type { DeskVisit } from './desk-visit.js';

/** What somebody answers on a page of the wizard, by the names of its fields. */
type Answered = Readonly<Record<string, string>>;

/** Answers by page; a page left out is answered like a careful notice about a public post. */
export interface WizardAnswers {
  readonly danger?: Answered;
  readonly content?: Answered;
  readonly scope?: Answered;
  readonly imagery?: Answered;
  /** `ground1` … as the page has them; each gets its questions answered by `reasons`. */
  readonly grounds?: Answered;
  /** Typed at every question of every ground that takes text. */
  readonly reasons?: string;
  readonly person?: Answered;
  readonly evidence?: Answered;
  readonly channel?: Answered;
}

/** How far a walk came: the notice, and the page on which it stands. */
export interface WrittenByWizard {
  readonly id: string;
  /** The page of the letter (`/notices/…/check/…`), or the last page that refused or led nowhere new. */
  readonly at: string;
  readonly answer: Response;
}

const REASONS = 'The person is recognisable by face and name, never agreed, and is harmed by it at school.';

const USUAL: Readonly<Record<string, Answered>> = {
  danger: { danger: 'none' },
  content: { addresses: 'http://127.0.0.1:3301/posts/1', contentType: 'recognised' },
  scope: { visibility: 'anyone', service: 'online-platform', area: 'inside', lawfulness: 'unlawful' },
  imagery: { imagery: 'person' },
  grounds: { ground1: 'AW21', expression: 'A private picture; no debate is served by it.' },
  person: { ownReport: 'not-made' },
  channel: { platform: 'practice', measure: 'remove', language: 'en' },
};

/** The most pages a walk can have before it goes in circles. */
const LONGEST = 25;

/** Writes a notice as a person would, page by page over HTTP, to the page on which its letter is read. */
export async function writeNotice(
  visit: DeskVisit,
  caseId: string,
  answers: WizardAnswers = {},
): Promise<WrittenByWizard> {
  await visit.get(`/cases/${caseId}`);
  const begun = await visit.post(`/cases/${caseId}/notices/begin`, {});
  const first = leadsTo(begun);
  if (first === null) throw new Error(`no notice begun: ${begun.status}`);
  const id = first.split('/')[2]!;
  return walkOn(visit, { id, at: first, answer: begun }, answers);
}

/** Goes on from where a notice stands, page by page. */
export async function walkOn(visit: DeskVisit, from: WrittenByWizard, answers: WizardAnswers) {
  let here = from;
  for (let pages = 0; pages < LONGEST; pages += 1) {
    const fields = here.at.includes('/grounds/') ? null : fieldsFor(here.at, answers);
    if (fields === undefined) return here;
    const form = formIn((await visit.get(here.at)).text);
    const shown = { ...hidden(form), ...prefilled(form) };
    const typed = fields ?? reasonsIn(form, answers.reasons ?? REASONS);
    const answer = await visit.post(here.at.split('?')[0]!, { ...shown, ...typed });
    const next = leadsTo(answer);
    if (next === null) return { ...here, answer };
    here = { ...here, at: next, answer };
  }
  throw new Error(`the wizard goes in circles at ${here.at}`);
}

/** Answers the questions of one ground with this text, as a form of its own; answers what came of it. */
export async function reasonsFor(visit: DeskVisit, noticeId: string, code: string, text: string): Promise<Response> {
  const at = `/notices/${noticeId}/grounds/${code}/explain`;
  const form = formIn((await visit.get(at)).text);
  return visit.post(at, { ...hidden(form), ...reasonsIn(form, text) });
}

/** What is typed on the page at this address, or undefined where the wizard ends. */
function fieldsFor(at: string, answers: WizardAnswers): Answered | undefined {
  const slug = /\/write\/([a-z-]+)$/.exec(at)?.[1];
  if (slug === undefined || slug === 'check') return undefined;
  return (answers as Readonly<Record<string, Answered | undefined>>)[slug] ?? USUAL[slug] ?? {};
}

const leadsTo = ({ status, headers }: Response): string | null =>
  status === 303 ? String((headers as Record<string, unknown>)['location']) : null;

/** The form of the page itself: the last one, after those of the frame and of what stands above it. */
const formIn = (html: string): string => [...html.matchAll(/<form class="form"[^]*?<\/form>/g)].at(-1)?.[0] ?? '';

/** Hidden fields as the page has them, but for its token and once-key, which the visit knows. */
function hidden(html: string): Record<string, string> {
  const found = [...html.matchAll(/<input type="hidden" name="([a-z]\w*)" value="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name!, value!]));
}

/** What a page has chosen beforehand. */
function prefilled(html: string): Record<string, string> {
  const checked = [...html.matchAll(/type="radio"[^>]*? name="(\w+)" value="([^"]*)" checked/g)];
  return Object.fromEntries(checked.map(([, name, value]) => [name!, value!.replaceAll('&#x3D;', '=')]));
}

/** The text at every open question, and the first choice at every closed one. */
function reasonsIn(html: string, text: string): Record<string, string> {
  const open = [...html.matchAll(/<textarea[^>]* name="(q\d+)"/g)].map(([, name]) => [name!, text] as const);
  const closed = [
    ...html.matchAll(/<select[^>]* name="(q\d+)"[^>]*>\s*<option value="">[^<]*<\/option>\s*<option value="([^"]+)"/g),
  ];
  return Object.fromEntries([...open, ...closed.map(([, name, value]) => [name!, value!] as const)]);
}
