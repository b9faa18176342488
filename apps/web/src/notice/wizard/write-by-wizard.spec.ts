import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
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
