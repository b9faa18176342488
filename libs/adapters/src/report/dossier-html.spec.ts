import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { describe, expect, test } from '@jest/globals';
import { CHANNEL_KINDS, LINES } from '#domain/notice/codes.js';
import { MEANINGS } from '#domain/correspondence/reading.js';
import { DECISION_CODES, OUTCOME_CLASSES } from '#domain/outcome/outcome-code.js';
import { DOSSIER_VERSIONS, HAPPENINGS, SENT_MEANINGS } from '#domain/report/dossier-facts.js';
import { type Dossier, dossierOf } from '#domain/report/dossier.js';
import { provisionFacts } from '#domain/report/provision-facts.js';
import { aDossierFacts, aDossierNotice, aFullNotice, maximumFacts, MOMENT } from '#test/builders/dossier.js';
import { projectPath } from '../settings/project.js';
import { DossierHtml } from './dossier-html.js';
import { presentDossier } from './present-dossier.js';
import { REPORT_LANGUAGES, type ReportLanguage, ReportWords } from './report-words.js';

const FOLDER = projectPath('templates', 'reports');
const html = new DossierHtml(FOLDER);
const confidential = (facts = maximumFacts()): Dossier => dossierOf(facts, 'confidential', MOMENT);

describe.each(REPORT_LANGUAGES)('the dossier to read in %s', (language) => {
  test.each([
    ['no notice', aDossierFacts([])],
    ['one notice', aDossierFacts([aDossierNotice()])],
    ['everything', maximumFacts()],
  ])('asks for no fact that is missing, with %s', (_name, facts) => {
    for (const version of DOSSIER_VERSIONS) {
      const view = presentDossier(dossierOf(facts, version, MOMENT), ReportWords.read(FOLDER, language));
      expect(() => render(language, strict({ ...view, style: '' }))).not.toThrow();
    }
  });

  test('begins as a document with a language, a title and one main heading', () => {
    const page = html.render(confidential(), language);
    expect(page).toMatch(new RegExp(`^<!doctype html>\\s<html lang="${language}">`));
    expect(page).toContain('<title>Dossier E-2026-0007');
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  test('shows text from outside as text, in the pages and in the running lines', () => {
    const evil = '</style><script>alert(1)</script>"}';
    const facts = maximumFacts();
    const [notice] = facts.notices;
    const items = notice!.items.map((item) => ({ ...item, url: `https://practice.example/${evil}`, locator: evil }));
    const complainant = { ...facts.complainant, name: evil };
    const page = html.render(confidential({ ...facts, complainant, notices: [{ ...notice!, items }] }), language);
    expect(page).not.toContain('<script');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;');
  });

  test('fetches nothing', () => {
    const page = html.render(confidential(), language);
    expect(page).not.toMatch(/\b(src|href)="(?!#)/);
    expect(page).not.toMatch(/url\((?!data:font\/woff2;base64,)/);
    expect(page).not.toMatch(/@import/);
  });

  test('has a word for every code a dossier can hold', () => {
    const words = ReportWords.read(FOLDER, language);
    const told = ['sent', 'mail-sent', 'mail-received', 'acknowledged', 'decided', 'withdrawn', 'time-allowed-ended'];
    const groups: Record<string, readonly string[]> = {
      version: DOSSIER_VERSIONS,
      class: OUTCOME_CLASSES,
      code: DECISION_CODES,
      line: LINES,
      event: [...told, 'captured', 'observed', ...HAPPENINGS],
      contact: ['article-11', 'article-12', ...CHANNEL_KINDS],
      fact: provisionFacts({ notices: [] }, MOMENT).map(({ fact }) => fact),
      provision: provisionFacts({ notices: [] }, MOMENT).map(({ provision }) => provision),
      asks: provisionFacts({ notices: [] }, MOMENT).map(({ provision }) => provision),
    };
    const captureStates = ['complete', 'partial', 'blocked', 'failed', 'refused'];
    const seen = ['there', 'gone', 'blocked', 'unclear'];
    groups['detail'] = [...CHANNEL_KINDS, ...MEANINGS, ...SENT_MEANINGS, ...captureStates, ...seen];
    for (const [group, codes] of Object.entries(groups))
      for (const code of codes) expect(words.of(group, code)).not.toBe('');
  });

  test('can write what is not known, and a notice without ground or category', () => {
    const facts = aDossierFacts([aDossierNotice({ grounds: [], category: null, channel: null, items: [] })]);
    const provider = { ...facts.provider, country: null, coordinator: null, contactPoints: [] };
    const complainant = { ...facts.complainant, legalForm: null };
    expect(() => html.render(confidential({ ...facts, provider, complainant }), language)).not.toThrow();
  });
});

test('both languages show the same facts in the same elements', () => {
  const facts = (language: ReportLanguage) =>
    readFileSync(`${FOLDER}/dossier.${language}.hbs`, 'utf8')
      .match(/\{\{[^}]+\}\}|<\w+|id=|class="[^"]*"/g)!
      .sort();
  expect(facts('en')).toEqual(facts('nl'));
});

test('numbers and moments are written as the language writes them', () => {
  const notice = aFullNotice();
  const nl = html.render(confidential(aDossierFacts([notice])), 'nl');
  const en = html.render(confidential(aDossierFacts([notice])), 'en');
  expect(nl).toContain('100,00%');
  expect(nl).toContain('15 juli 2025');
  expect(nl).toContain('<dd>17,1 dagen</dd>');
  expect(en).toContain('100.00%');
  expect(en).toContain('15 July 2025');
  expect(en).toContain('<dd>17.1 days</dd>');
});

/** The template on its own, over whatever facts. */
function render(language: ReportLanguage, facts: object): string {
  const source = readFileSync(`${FOLDER}/dossier.${language}.hbs`, 'utf8');
  return Handlebars.create().compile(source, { strict: true, knownHelpersOnly: true })(facts);
}

/** The same facts, but asking for one that is not there throws; Handlebars' own strictness skips what `if` is given. */
function strict<T extends object>(facts: T): T {
  return new Proxy(facts, {
    get(target, name, self): unknown {
      if (typeof name === 'string' && !(name in target) && !['toHTML', 'toJSON', 'then'].includes(name)) {
        throw new Error(`the template asks for "${name}"`);
      }
      const found: unknown = Reflect.get(target, name, self);
      return found !== null && typeof found === 'object' && !Array.isArray(target) ? strict(found) : wrapped(found);
    },
  });
}

const wrapped = (found: unknown): unknown => (found !== null && typeof found === 'object' ? strict(found) : found);
