import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AddPlatform } from '#application/provider/add-platform.js';
import { AmendPlatform } from '#application/provider/amend-platform.js';
import { AmendProvider } from '#application/provider/amend-provider.js';
import { RecordOnboarding } from '#application/provider/record-onboarding.js';
import { VerifyChannel } from '#application/provider/verify-channel.js';
import { system, type Actor } from '#domain/event.js';
import type { NewSite } from '#domain/provider/add-platform.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import type { BooksUnderTest } from './books-under-test.js';

const BY: Actor & { kind: 'user' } = { kind: 'user', userId: uuid(821), sessionId: null };
const SITE: NewSite = {
  ...{ name: 'Voorbeeldhoster', host: 'https://www.voorbeeldhoster.example/pad', kind: 'hosting' },
  ...{ email: 'abuse@voorbeeldhoster.example', source: 'security.txt' },
};
const code = (reason: unknown): string => (reason as { code: string }).code;

/** What changing the register promises on any `Books`: versions with who and why, and nobody writes over another. */
export function registerContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(`the register on ${name}`, () => {
    let under: BooksUnderTest;
    const standing = (platform: string) =>
      under.books.together(system('test'), ({ register }) => register.platform(platform));
    const rename = (to: string, expected = 1) =>
      new AmendPlatform(under.books).run({ code: 'fok', expected, reason: 'Nieuwe naam.', by: BY }, (was) => ({
        ...was,
        name: to,
      }));
    const events = async (kind: string) => (await under.events()).filter((event) => event.kind === kind);

    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.close());

    test('keeps a change as the next version, and names its fields in the log, not what stands in them', async () => {
      expect(await rename('FOK-geheim')).toBe(2);
      const { thing, version, loaded } = await standing('fok');
      expect([thing.name, version, loaded?.name]).toEqual(['FOK-geheim', 2, 'FOK!']);
      const [event] = await events('platform-amended');
      expect(event).toMatchObject({ subjectId: 'fok', facts: { version: 2, fields: ['name'] } });
      expect(JSON.stringify(event)).not.toContain('geheim');
    });

    test('keeps one of two editors, and tells the other', async () => {
      const ends = await Promise.allSettled([rename('De een'), rename('De ander')]);
      const told = ends.map((end) => (end.status === 'rejected' ? code(end.reason) : 'kept'));
      expect(told.sort()).toEqual(['kept', 'version.outdated']);
      expect((await standing('fok')).version).toBe(2);
    });

    test('changes a provider by itself, for all its platforms', async () => {
      const amend = new AmendProvider(under.books);
      const version = await amend.run({ code: 'meta', expected: 1, reason: 'Zie register.', by: BY }, (was) => ({
        ...was,
        coordinator: 'ACM',
      }));
      const meta = await under.books.together(system('test'), ({ register }) => register.provider('meta'));
      expect([version, meta.version, meta.thing.coordinator]).toEqual([2, 2, 'ACM']);
      expect((await events('provider-amended')).map(({ subjectId }) => subjectId)).toEqual(['meta']);
    });

    test('adds a site once, whose channel nobody has seen work', async () => {
      const added = await new AddPlatform(under.books).run(SITE, BY);
      const { thing, loaded } = await standing(added);
      expect([added, thing.hosts, loaded]).toEqual(['own-voorbeeldhoster-example', ['voorbeeldhoster.example'], null]);
      expect(thing.channels).toMatchObject([{ kind: 'email', verifiedOn: null, confidence: 'K' }]);
      const again = new AddPlatform(under.books).run({ ...SITE, name: 'Een ander' }, BY);
      await expect(again).rejects.toMatchObject({ code: 'platform.host-known' });
    });

    test('of two who add the same host at once keeps one', async () => {
      const add = (given: string) => new AddPlatform(under.books).run({ ...SITE, name: given }, BY);
      const ends = await Promise.allSettled([add('Een'), add('Twee')]);
      const told = ends.map((end) => (end.status === 'rejected' ? code(end.reason) : 'kept'));
      expect(told.sort()).toEqual(['kept', 'platform.host-known']);
    });

    test('dates a channel that somebody saw work', async () => {
      const added = await new AddPlatform(under.books).run(SITE, BY);
      const { channels } = (await standing(added)).thing;
      await new VerifyChannel(under.books, new FakeInstallation()).run(added, channels[0]!, BY);
      const { thing, version } = await standing(added);
      expect(thing.channels[0]).toMatchObject({
        confidence: 'V',
        verifiedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      });
      expect([version, (await events('channel-verified')).length]).toEqual([2, 1]);
    });

    test('gives channels the address under which a platform knows us, and takes it away again', async () => {
      const record = new RecordOnboarding(under.books, new FakeInstallation());
      const step = { platformCode: 'xnxx', on: '2026-01-05', address: 'meldpunt@desk.example', note: '' } as const;
      await record.run({ ...step, state: 'registered' }, BY);
      const known = (await standing('xnxx')).thing.channels.map(({ senderAddress }) => senderAddress);
      expect(new Set(known)).toEqual(new Set(['meldpunt@desk.example']));
      await record.run({ ...step, state: 'refused', address: null, note: 'Geen reactie.' }, BY);
      expect((await standing('xnxx')).thing.channels.every(({ senderAddress }) => senderAddress === null)).toBe(true);
      expect(await events('onboarding-recorded')).toHaveLength(2);
    });

    test('that is refused leaves nothing', async () => {
      await expect(rename('')).rejects.toMatchObject({ code: 'register.line-empty' });
      await expect(rename('FOK!')).rejects.toMatchObject({ code: 'register.unchanged' });
      await expect(standing('nobody')).rejects.toMatchObject({ code: 'platform.not-found' });
      expect([(await standing('fok')).version, await events('platform-amended')]).toEqual([1, []]);
    });
  });
}
