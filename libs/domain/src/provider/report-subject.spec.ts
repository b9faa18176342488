import { describe, expect, test } from '@jest/globals';
import { RuleViolation } from '../rule-violation.js';
import { blueskySubject, mastodonSubject } from './report-subject.js';

const at = (...urls: string[]) => urls.map((url) => ({ url }));

describe('a report to Mastodon', () => {
  test.each([
    ['https://mastodon.example/@Name/123', ['123']],
    ['https://mastodon.example/users/name/statuses/123', ['123']],
    ['https://mastodon.example/users/name/statuses/123/activity', ['123']],
    ['https://mastodon.example/@name/123/embed', ['123']],
    ['https://mastodon.example/@name', []],
    ['https://mastodon.example/@name/media', []],
    ['https://mastodon.example/@name/', []],
  ])('%s is about an account of that instance', (url, statuses) => {
    expect(mastodonSubject(at(url))).toEqual({ instance: 'https://mastodon.example', account: 'name', statuses });
  });

  test('holds several posts of one account once each, in their order', () => {
    const items = at(
      'https://m.example/@name/9',
      'https://m.example/users/name/statuses/8',
      'https://m.example/@name/9',
      'https://m.example/@name',
    );
    expect(mastodonSubject(items).statuses).toEqual(['9', '8']);
  });

  test.each([
    ['https://m.example/@name/9', 'https://m.example/@other/8'],
    ['https://m.example/@name/9', 'https://n.example/@name/8'],
  ])('is never about two accounts: %s and %s', (...urls) => {
    expect(() => mastodonSubject(at(...urls))).toThrow(new RuleViolation('api.several-subjects'));
  });

  test('refuses an address seen from another instance and names where it lives', () => {
    expect(() => mastodonSubject(at('https://m.example/@name@home.example/9'))).toThrow(
      new RuleViolation('mastodon.seen-elsewhere', { item: 1, host: 'home.example' }),
    );
  });

  test.each([
    'https://m.example/',
    'https://m.example/tags/x',
    'https://m.example/@name/9/x',
    'https://m.example/@a b',
  ])('refuses %s, which names no account', (url) => {
    expect(() => mastodonSubject(at(url))).toThrow(new RuleViolation('api.address-unclear', { item: 1 }));
  });

  test('of nothing is refused', () => {
    expect(() => mastodonSubject([])).toThrow(new RuleViolation('api.address-unclear', { item: 1 }));
  });
});

describe('a report to Bluesky', () => {
  test.each([
    ['https://bsky.app/profile/name.example/post/3kabc', 'name.example', 'app.bsky.feed.post', '3kabc'],
    ['https://bsky.app/profile/did:plc:abc/post/3kabc', 'did:plc:abc', 'app.bsky.feed.post', '3kabc'],
    ['https://bsky.app/profile/name.example/feed/news', 'name.example', 'app.bsky.feed.generator', 'news'],
    ['https://bsky.app/profile/name.example/lists/3kx', 'name.example', 'app.bsky.graph.list', '3kx'],
  ])('%s is about one record', (url, actor, collection, key) => {
    expect(blueskySubject(at(url))).toEqual({ actor, record: { collection, key } });
  });

  test.each(['name.example', 'did:plc:abc', 'did:web:name.example'])('of the account %s', (actor) => {
    expect(blueskySubject(at(`https://bsky.app/profile/${actor}`))).toEqual({ actor, record: null });
  });

  test('is about one address only', () => {
    const items = at('https://bsky.app/profile/a.example', 'https://bsky.app/profile/a.example/post/3k');
    expect(() => blueskySubject(items)).toThrow(new RuleViolation('api.several-subjects'));
  });

  test.each([
    'https://bsky.app/search?q=x',
    'https://bsky.app/profile/nohost',
    'https://bsky.app/profile/a.example/x/y',
  ])('refuses %s', (url) => {
    expect(() => blueskySubject(at(url))).toThrow(new RuleViolation('api.address-unclear', { item: 1 }));
  });
});
