import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { MASTODON_TOKEN, MastodonServer } from '#test/fakes/mastodon-server.js';
import { openScene, type OpenScene } from '#test/visits/open-scene.js';
import { writeNotice } from '#test/visits/write-by-wizard.js';

let server: MastodonServer;
let open: OpenScene;

beforeAll(async () => {
  server = await new MastodonServer().open();
  open = await openScene({}, { apis: { mastodon: new Map([[server.origin, MASTODON_TOKEN]]) } });
  await open.scene.notices(NoticeBuilder.aNotice(900).build());
  const db = await openDataSource(open.databaseUrl, 1);
  const host = JSON.stringify([`127.0.0.1:${server.port}`]);
  await db.query(`update platforms set hosts = hosts || $1::jsonb where code = 'mastodon'`, [host]);
  await db.destroy();
});
afterAll(async () => {
  await open.app.close();
  await server.close();
});

const REASONS = 'Herkenbaar, zonder toestemming.';
const CHANNEL = { platform: 'mastodon', channel: 'api ', measure: 'remove', language: 'nl', word: 'yes' };

/** Walks the wizard about these addresses to its end, or to where it stops. */
const walk = (addresses: readonly string[], reasons = REASONS) =>
  writeNotice(open.visitor, uuid(1400), {
    ...{ reasons, channel: CHANNEL },
    content: { addresses: addresses.join('\n'), contentType: 'recognised' },
  });

describe('a notice to an instance, by the wizard', () => {
  test('is read as it will be posted, and waits to leave once it is sent', async () => {
    const { id, at } = await walk([`${server.origin}/@name/111`, `${server.origin}/@name/112`]);
    const { text } = await open.visitor.get(at);
    for (const line of [`POST ${server.origin}/api/v1/reports`, 'status_ids: 111, 112', 'category: legal', REASONS])
      expect(text.replaceAll('&#x3D;', '=')).toContain(line);
    expect(text).not.toContain(MASTODON_TOKEN);

    const version = /name="version" value="(\d+)"/.exec(text)![1]!;
    const sent = await open.visitor.post(at, { version, bonaFide: 'yes' });
    expect([sent.status, String((sent.headers as Record<string, unknown>)['location'])]).toEqual([
      303,
      `/notices/${id}`,
    ]);
    expect((await open.visitor.get(`/notices/${id}`)).text).toContain(server.origin);
    expect(server.wrong).toEqual([]);
  });

  test.each([
    [
      'two accounts',
      () => ['@name/111', '@other/112'].map((path) => `${server.origin}/${path}`),
      REASONS,
      /Splits de melding/,
    ],
    [
      'an instance we have no token for',
      () => ['https://mastodon.nl/@name/1'],
      REASONS,
      /nog geen token voor mastodon\.nl/,
    ],
    [
      'a post seen elsewhere',
      () => [`${server.origin}/@name@home.example/1`],
      REASONS,
      /Open het op home\.example zelf/,
    ],
    ['an account nobody has', () => [`${server.origin}/@nobody/1`], REASONS, /kent dit account niet/],
    ['a text that is too long', () => [`${server.origin}/@name/112`], REASONS.repeat(5), /dit kanaal neemt er 1\.000/],
  ])('about %s stops at the channel, and says what to do', async (_, addresses, reasons, says) => {
    const { at, answer } = await walk(addresses(), reasons);
    expect([answer.status, at.split('/').at(-1)]).toEqual([422, 'channel']);
    const said = /id="error-summary"[^]*?<ul>([^]*?)<\/ul>/.exec(answer.text)?.[1] ?? '';
    expect(said).toMatch(says);
  });
});
