import { expect, test } from '@jest/globals';
import { readCountryPack } from '#adapters/files/country-packs.js';
import { explain } from '#domain/ground/explanation.js';
import { anOrganisation, factsFor } from '#test/builders/letter-facts.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { goldenWriter } from './golden-writer.js';

const { grounds, templates } = readCountryPack('DE');

test('a letter of a German desk names German law, with the reasons its pack builds', async () => {
  const ground = grounds.find(({ code }) => code === 'DE_STGB201A')!;
  const template = templates.find((one) => one.ground === ground.code && one.language === 'en')!;
  const explanation = explain(ground, { recognisable: 'the face', consent: 'none' }, 'en', template.text);
  const notice = NoticeBuilder.aNotice(126)
    .saying({ grounds: [{ code: ground.code, explanation }] })
    .ready()
    .build();
  const facts = { ...factsFor(NoticeBuilder.aNotice(126).build()), notice, grounds: [ground] };
  const { text } = await goldenWriter().write({ ...facts, organisation: anOrganisation({ country: 'DE' }) });
  expect(text).toContain('German Criminal Code (StGB), Article 201a');
  expect(text).toContain('    Consent: no consent was given.');
  expect(text).not.toContain('Wetboek');
});
