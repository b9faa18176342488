import { describe, expect, test } from '@jest/globals';
import { referenceFile } from '#test/reference/reference-file.js';
import { hostClashes } from './host-clash.js';
import type { Platform } from './platform.js';
import { Recogniser } from './recognise-address.js';
import { standingElsewhere } from './standing-elsewhere.js';

const FOK = referenceFile<Platform[]>('platforms.json').find(({ code }) => code === 'fok')!;
const site = { code: 'own-forum-example', hosts: ['forum.example'] };
const brought = { code: 'forum', hosts: ['forum.example', 'm.forum.example', 'forum.example/club'] };
const recognised = (address: string, ...platforms: (typeof site)[]) => new Recogniser(platforms).recognise(address);

describe('a host that a person added and reference data bring too', () => {
  test.each([
    ['the added one first', [site, brought]],
    ['the added one last', [brought, site]],
  ])('is recognised once, as what the reference data say: %s', (_, platforms) => {
    expect(hostClashes(platforms)).toEqual([{ host: 'forum.example', keeps: 'forum', others: ['own-forum-example'] }]);
    expect(recognised('https://www.forum.example/topic/1', ...platforms)).toMatchObject({
      is: 'ok',
      platform: 'forum',
    });
  });

  test('keeps no notice to the added site that was written before', () => {
    const of = (one: typeof site) => ({ ...FOK, ...one, providerCode: one.code });
    const items = [{ url: 'https://forum.example/topic/1' }];
    expect(standingElsewhere(items, of(site), [of(site), of(brought)])).toEqual([]);
    const other = { ...site, code: 'own-other', hosts: ['other.example'] };
    expect(standingElsewhere(items, of(other), [of(other), of(site), of(brought)])).toHaveLength(1);
  });

  test('is no clash where one is part of the other: the longer one answers', () => {
    const own = { code: 'own-club', hosts: ['club.forum.example', 'forum.example/club/oefen', 'forum.example:8080'] };
    expect(hostClashes([own, brought])).toEqual([]);
    expect(recognised('https://club.forum.example/1', own, brought)).toMatchObject({ platform: 'own-club' });
    expect(recognised('https://forum.example/club/1', own, brought)).toMatchObject({ platform: 'forum' });
  });

  test('of two that neither a person added is the same one each time', () => {
    const [one, other] = [
      { ...brought, code: 'a' },
      { ...brought, code: 'b' },
    ];
    expect(hostClashes([other, one]).map(({ keeps }) => keeps)).toEqual(['a', 'a', 'a']);
  });
});
