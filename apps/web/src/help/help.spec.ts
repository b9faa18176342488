import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';
import { Words } from '#adapters/templates/words.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';
import { LANGUAGE_COOKIE } from '../frame/cookies.js';
import { DeclaredRoutes } from '../frame/declared-routes.js';
import { helpFor, HELP_TOPICS } from '../frame/help-for.js';
import { GLOSSARY_TERMS } from './glossary-terms.js';

jest.setTimeout(60_000);
let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, visitor } = await openScene());
});
afterAll(() => app.close());

/** Pages that hold no work: the front page, the desk's own documents, a file's address. */
const WITHOUT = /^\/(?:$|api|evidence|language|sign-out|help|csp)/;

describe('help', () => {
  test('is one link at the same place of every page, before signing in as well', async () => {
    for (const [who, path, help] of [
      [visitor, '/cases', '/help/cases'],
      [visitor, '/search', '/help/search'],
      [new DeskVisit(app), '/sign-in', '/help/sign-in'],
    ] as const) {
      const { text } = await who.get(path);
      expect(text).toMatch(new RegExp(`<footer class="(?:page|card)__foot"><a [^>]*href="${help}">Hulp</a>`));
    }
  });

  test('has something to say about every page of the desk', () => {
    const pages = app
      .get(DeclaredRoutes)
      .all()
      .filter(({ method, path }) => method === 'GET' && !WITHOUT.test(path));
    const silent = pages.filter(({ path }) => helpFor(path.replaceAll(/:\w+/g, '7')) === '/help');
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(pages.length).toBeGreaterThan(30);
  });

  test.each(HELP_TOPICS)('about %s can be read in both languages', async (topic) => {
    for (const language of ['nl', 'en']) {
      const reader = new DeskVisit(app);
      reader.cookies.set(LANGUAGE_COOKIE, language);
      const { status, text } = await reader.get(`/help/${topic}`);
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}"`);
      expect(text.match(/<h2/g)).toHaveLength(5);
    }
  });

  test('says whom to ask to colleagues alone', async () => {
    expect((await visitor.get('/help')).text).toMatch(/mailto:[^"]+@/);
    const stranger = await new DeskVisit(app).get('/help');
    expect(stranger.text).not.toMatch(/@/);
    expect(stranger.text).not.toContain('rail__place');
  });

  test('about nothing there is does not exist', async () => {
    expect((await visitor.get('/help/elsewhere')).status).toBe(404);
  });
});

describe('the glossary', () => {
  const kept = readFileSync(projectPath('docs', 'glossary.md'), 'utf8').split('\n');
  const words = Words.read(projectPath('templates', 'words'));

  test.each(GLOSSARY_TERMS)('uses the words of the house for %s', (term) => {
    const [nl, en] = (['nl', 'en'] as const).map((language) => words.text(language, `glossary.${term}.term`));
    const row = kept.find((line) => line.startsWith(`| **${en}**`));
    expect(row?.split('|')[3]).toContain(nl);
  });

  test('shows the word of the other language beside each', async () => {
    const { text } = await visitor.get('/help/glossary');
    expect(text).toMatch(/Rechtsgrond|rechtsgrond/);
    expect(text).toContain('<td class="utrecht-table__cell" lang="en">legal ground</td>');
  });
});

describe('shortcuts', () => {
  test('stand on a page, with only the places somebody may open', async () => {
    const { text } = await visitor.get('/help/shortcuts');
    expect(text).toContain('Uw sneltoetsen staan aan');
    expect(text).toMatch(/<kbd>g<\/kbd> <kbd>i<\/kbd>/);
    const administrator = new DeskVisit(app);
    await administrator.signIn('administrator');
    const theirs = (await administrator.get('/help/shortcuts')).text;
    expect(theirs).not.toMatch(/<kbd>g<\/kbd> <kbd>i<\/kbd>/);
    expect(theirs).not.toContain('data-new');
  });

  test('can be switched off by each person, and then nothing of them is left on a page', async () => {
    const reviewer = new DeskVisit(app);
    await reviewer.signIn('reviewer');
    await reviewer.get('/account');
    const choice = { language: 'nl', theme: 'auto' };
    expect((await reviewer.post('/account', { ...choice, shortcuts: 'off' })).status).toBe(303);
    const off = await reviewer.get('/account');
    expect(off.text).not.toMatch(/data-shortcuts|<dialog class="shortcuts"|aria-keyshortcuts/);
    expect((await reviewer.get('/help/shortcuts')).text).toContain('Uw sneltoetsen staan uit');
    await reviewer.post('/account', choice);
    expect((await reviewer.get('/account')).text).not.toContain('data-shortcuts');
    expect((await visitor.get('/account')).text).toContain('data-shortcuts');
  });
});
