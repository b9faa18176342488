import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { uuid } from '#test/builders/uuid.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { aWaitingForm, nowHere } from '#test/visits/form-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let visitor: DeskVisit;
let open: Awaited<ReturnType<typeof openScene>>;

beforeAll(async () => {
  open = await openScene();
  ({ app, visitor } = open);
});
afterAll(() => app.close());

/** The kinds of channel on the page, in its order, with whether each is ranked lower for a defect. */
async function ranking(n: number): Promise<readonly (readonly [string, boolean])[]> {
  const { text } = await visitor.get(`/notices/${uuid(n)}/write/channel`);
  const choices = text.split('<div class="choice"><input class="utrecht-radio-button').slice(1);
  return choices
    .filter((one) => one.includes('name="channel"'))
    .map((one) => [/value="([a-z-]+)/.exec(one)![1]!, one.includes('Staat lager, want hier ging het mis')] as const);
}

test('a channel with an open defect comes last and says why; once somebody saw it mended, it stands where it stood', async () => {
  const path = await aWaitingForm(open, 971);
  await visitor.get(`${path}/defect`);
  await visitor.upload(`${path}/defect`, [], { kind: 'dead-link', note: '' });
  const ranked = await ranking(971);
  expect(ranked.length).toBeGreaterThan(1);
  expect(ranked.filter(([, lower]) => lower)).toEqual([['web-form', true]]);
  expect(ranked.at(-1)).toEqual(['web-form', true]);

  const supervisor = new DeskVisit(app);
  await supervisor.signIn('supervisor');
  await supervisor.get('/follow-up/defects');
  const resolve = `/follow-up/defects/${path.split('/').at(-1)!}/resolve`;
  expect((await supervisor.post(resolve, { on: nowHere().slice(0, 10) })).status).toBe(303);
  const mended = await ranking(971);
  expect(mended.some(([, lower]) => lower)).toBe(false);
  expect(mended.map(([kind]) => kind).sort()).toEqual(ranked.map(([kind]) => kind).sort());
});
