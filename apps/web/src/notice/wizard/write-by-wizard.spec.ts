import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Templates } from '#adapters/templates/templates.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { CHANNEL_BOUNDS } from '#domain/provider/choose-channel.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';
import { writeNotice } from '#test/visits/write-by-wizard.js';

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor } = open);
  await open.scene.notices(NoticeBuilder.aNotice(951).build());
});
afterAll(() => app.close());

const CASE = uuid(1451);
const whole = (id: string) => app.get(NoticeFile).whole(id);

test('the desk has a sentence for everything a channel may take no more of, at the channel and when it is refused', () => {
  const { words } = app.get(Templates);
  const bounds = CHANNEL_BOUNDS.filter((bound) => bound !== 'language');
  const keys = bounds.flatMap((bound) => [`wizard.channel-over.${bound}`, `errors.platform.over-${bound}`]);
  expect(keys.filter((key) => !words.has('nl', key) || !words.has('en', key))).toEqual([]);
});

describe('the wizard from end to end', () => {
  test('leads from a pasted address to the page of its letter', async () => {
    const { id, at, answer } = await writeNotice(visitor, CASE);
    expect([answer.status, at]).toEqual([303, expect.stringMatching(/\/check\/[0-9a-f]{64}$/)]);
    const { notice } = await whole(id);
    expect([notice.status, notice.content.channel, notice.content.answers.channelAddress]).toEqual([
      ...['ready', 'email', 'notices@practice.example'],
    ]);
  });
});
