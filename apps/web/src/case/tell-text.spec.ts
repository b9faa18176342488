import { describe, expect, test } from '@jest/globals';
import { projectPath } from '#adapters/settings/project.js';
import { Templates } from '#adapters/templates/templates.js';
import { Words } from '#adapters/templates/words.js';
import { readCountryPack } from '#adapters/files/country-packs.js';
import { NEWS_CODES, type NewsCode } from '#domain/outcome/news.js';
import { TellText, type Tale } from './tell-text.js';

const templates = new Templates(projectPath('templates'), Words.read(projectPath('templates', 'words')));
const lines = { all: () => Promise.resolve(readCountryPack('NL').helpLines) };
const text = new TellText(templates, lines);

const tale = (code: NewsCode, more: Partial<Tale> = {}): Tale => ({
  parts: [
    {
      ...{ platform: 'Instagram', sentOn: '2026-11-02', complaint: true },
      news: { code, partly: false, items: [{ code, count: 2 }] },
    },
  ],
  ...{ minor: true, deskName: 'Meldpunt' },
  ...more,
});

/** Words of officials and lawyers that plain Dutch (B1) does without. */
const DIFFICULT =
  /\b(betreffende|inzake|middels|derhalve|tevens|indien\b|teneinde|conform|onverwijld|alsmede|dienaangaande|bezwaar|restrictie|procedure|verzoek|ingevolge|krachtens|rechtsmiddel|verstrekken|geïnformeerd|omtrent|aangaande|jegens|dient|desgewenst|autoriteit|faciliteren|implementeren)\w*/i;
const PASSIVE = /\b(word|wordt|worden|werd|werden)\b[^.?!]*\b(ge|be|ver|ont)\w+(d|t|en)\b/i;

const sentencesOf = (written: string): string[] =>
  written
    .split(/(?<=[.?!:])\s+|\n+/)
    .map((one) => one.replace(/^- /, '').trim())
    .filter((one) => /\s/.test(one));
const wordsOf = (sentence: string): number => sentence.split(/\s+/).length;

describe('what a help-seeker is told', () => {
  test.each(NEWS_CODES)('of %s is plain Dutch: short sentences, ordinary words, people who do things', async (code) => {
    const sentences = sentencesOf(await text.in('nl', tale(code)));
    const lengths = sentences.map(wordsOf);
    expect(lengths.reduce((sum, one) => sum + one, 0) / lengths.length).toBeLessThanOrEqual(10);
    expect(sentences.filter((one) => wordsOf(one) > 15)).toEqual([]);
    expect(sentences.filter((one) => DIFFICULT.test(one))).toEqual([]);
    expect(sentences.filter((one) => PASSIVE.test(one)).length / sentences.length).toBeLessThanOrEqual(0.1);
  });

  test.each(NEWS_CODES)(
    'of %s says in both languages what happened and what can be done, and promises nothing',
    async (code) => {
      for (const language of ['nl', 'en'] as const) {
        const told = await text.in(language, tale(code));
        expect(told).toContain(language === 'nl' ? '2 november 2026' : '2 November 2026');
        expect(told).toContain('0800-0113');
        expect(told).toContain('0900-8844');
        expect(told).toMatch(language === 'nl' ? /niet beloven/ : /cannot promise/);
        expect(told).not.toMatch(/garander|guarantee|zeker weten|https?:/i);
      }
    },
  );

  test('names the complaint within six months only where the platform must hear it', async () => {
    expect(await text.in('nl', tale('no-violation'))).toContain('zes maanden');
    const [part] = tale('no-violation').parts;
    const free = tale('no-violation', { parts: [{ ...part!, complaint: false }] });
    expect(await text.in('nl', free)).not.toContain('zes maanden');
  });

  test('counts where items stand differently, and says each advice once for several notices', async () => {
    const [part] = tale('removed').parts;
    const items = [
      { code: 'removed', count: 2 },
      { code: 'no-violation', count: 1 },
    ] as const;
    const mixed = { ...part!, news: { code: 'removed', partly: true, items } } as const;
    const told = await text.in('nl', tale('removed', { parts: [mixed, { ...part!, platform: 'X' }], minor: false }));
    expect(told).toContain('Bij 2 van de 3 adressen: De inhoud is weg bij Instagram.');
    expect(told).toContain('De inhoud is weg bij X.');
    expect(told.match(/Ziet u de inhoud weer/g)).toHaveLength(1);
    expect(told).not.toContain('jonger dan 18');
  });

  test('of a platform that nobody knows names none', async () => {
    const [part] = tale('not-reportable').parts;
    const told = await text.in('nl', tale('not-reportable', { parts: [{ ...part!, platform: null, sentOn: null }] }));
    expect(told).toContain('Hierover kunnen wij geen melding doen.');
  });
});
