import { expect, test } from '@jest/globals';
import { anOrganisation, CountingIdentities } from '#test/builders/letter-facts.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import { gatherLetter } from '#test/fakes/gather-letter.js';
import type { LetterFacts, LetterWriter, WrittenLetter } from './letter-writer.js';
import { RenderLetter } from './render-letter.js';

const AT = new Date('2026-11-21T10:00:00Z');
const written: LetterFacts[] = [];
const writer: LetterWriter = {
  write: (facts) => {
    written.push(facts);
    return Promise.resolve({} as WrittenLetter);
  },
};
const desk = (kind: 'practice' | 'live'): RenderLetter =>
  new RenderLetter(gatherLetter(new FakeInstallation(anOrganisation(), kind)), writer, new CountingIdentities());

test('a practice desk writes to the practice platform, a live desk never does', async () => {
  const notice = NoticeBuilder.aNotice().build();
  await desk('practice').run('notice', notice, AT);
  expect(written).toMatchObject([{ channel: { address: 'notices@practice.example' } }]);
  await expect(desk('live').run('notice', notice, AT)).rejects.toMatchObject({ code: 'platform.practice-only' });
  expect(written).toHaveLength(1);
});
