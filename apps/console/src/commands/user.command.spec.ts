import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readSettings } from '#adapters/settings/settings.js';
import { Desk } from '../desk.js';
import type { Answer, Call, Command } from '../command.js';
import { userAddCommand } from './user-add.command.js';
import { userDisableCommand, userListCommand, userResetCommand } from './user.command.js';
import { practiceDatabase } from '#test/visits/practice-database.js';

let desk: Desk;
beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  desk = new Desk(readSettings({ DATABASE_URL: databaseUrl }));
});
afterAll(() => desk.close());

const run = (command: Command, ...args: string[]): Promise<Answer> => {
  const call: Call = { args, cwd: '/', desk: () => Promise.resolve(desk), note: () => undefined, json: true };
  return command.run(call);
};
const ADDED = ['--email', 'nieuw@seinpost.test', '--name', 'Nieuw', '--role', 'caseworker'];
const listed = async (email: string): Promise<unknown> => {
  const { users } = (await run(userListCommand)).json as { users: { email: string }[] };
  return users.find((user) => user.email === email);
};

test('a person is added for the lines named, and for those of the designation without any', async () => {
  const { json } = await run(userAddCommand, ...ADDED, '--line', 'hotline');
  expect(Object.keys(json as object)).toEqual(['email', 'role', 'link', 'expiresAt']);
  expect(await listed('nieuw@seinpost.test')).toMatchObject({
    lines: ['hotline'],
    state: 'invited',
    secondFactor: false,
  });
  await run(userAddCommand, ...ADDED.with(1, 'ander@seinpost.test'));
  expect(await listed('ander@seinpost.test')).toMatchObject({ lines: ['helpline', 'hotline'] });
  await expect(run(userAddCommand, ...ADDED, '--line', 'nachtdienst')).rejects.toMatchObject({ code: 'usage' });
});

test('somebody is disabled, but not the last administrator', async () => {
  await run(userDisableCommand, 'Nieuw@seinpost.test', '--reason', 'other-work');
  expect(await listed('nieuw@seinpost.test')).toMatchObject({ state: 'disabled' });
  const last = run(userDisableCommand, 'oefenbeheerder@seinpost.test');
  await expect(last).rejects.toMatchObject({ code: 'access.last-administrator' });
  await expect(run(userDisableCommand, 'niemand@seinpost.test')).rejects.toMatchObject({ code: 'user.not-found' });
  await expect(run(userDisableCommand)).rejects.toMatchObject({ code: 'usage' });
});

test('who lost everything begins anew by a link', async () => {
  const { json } = await run(userResetCommand, 'oefenteamleider@seinpost.test');
  expect((json as { link: string }).link).toMatch(/\/password\/\S{43}$/);
  expect(await listed('oefenteamleider@seinpost.test')).toMatchObject({ state: 'invited', secondFactor: false });
});
