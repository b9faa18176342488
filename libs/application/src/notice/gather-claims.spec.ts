import { expect, test } from '@jest/globals';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { FakeRegister } from '#test/fakes/fake-register.js';
import { noticeBlockers } from '#test/fakes/leaving-terms.js';
import type { GroundTexts } from '../ground/ground-texts.js';
import { GatherClaims } from './gather-claims.js';

const claimsOf = (ageBand: '12-15' | '18-24') =>
  new GatherClaims(noticeBlockers(new FakeRegister(), { ageBand }), new FakeRegister(), {} as GroundTexts);
const about = (field: 'age' | 'name') =>
  NoticeBuilder.aNotice()
    .saying({ answers: { ...ANSWERED, shared: [{ field, text: 'x', by: 'u', at: '2026-11-22T00:00:00Z' }] } })
    .build();

test('a letter claims a minor by the age of the case, and only once the age was ticked', async () => {
  expect(await claimsOf('12-15').run(about('age'))).toMatchObject({ concernsMinor: true });
  expect(await claimsOf('12-15').run(about('name'))).toMatchObject({ concernsMinor: false });
  expect(await claimsOf('18-24').run(about('age'))).toMatchObject({ concernsMinor: false });
});
