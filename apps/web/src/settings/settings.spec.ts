import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Installation } from '#application/access/installation.js';
import { LeavingTerms } from '#application/notice/leaving-terms.js';
import { DeskVisit, deskFacts } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { deskApp } from '../desk-app.js';

let app: NestExpressApplication;
let databaseUrl: string;
let supervisor: DeskVisit;
const RULES = {
  timeAllowedDays: '21',
  recallSeconds: '30',
  approval: 'grounds',
  approvalGrounds: 'SR252, SR251_SEXCHAT',
};

beforeAll(async () => {
  databaseUrl = await practiceDatabase();
  app = await deskApp(deskFacts(databaseUrl));
  supervisor = new DeskVisit(app);
  await supervisor.signIn('supervisor');
});
afterAll(() => app.close());

const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const settings = () => app.get(Installation).settings();

test('a supervisor changes rules and an administrator the address; each reads what the other may change', async () => {
  const administrator = new DeskVisit(app);
  await administrator.signIn('administrator');
  expect((await administrator.get('/settings')).text).toContain('Meldpunt Oefenlijn');
  expect((await administrator.get('/settings/content/rules')).status).toBe(403);
  expect((await administrator.get('/settings/technical/address')).status).toBe(200);
  expect((await supervisor.get('/settings/technical/address')).status).toBe(403);
  expect((await supervisor.get('/settings/content/address')).status).toBe(404);
  const visitor = new DeskVisit(app);
  await visitor.signIn('caseworker');
  expect((await visitor.get('/settings')).status).toBe(403);
});

test('a change is kept, and the log names the fields alone', async () => {
  const version = versionIn((await supervisor.get('/settings/content/rules')).text);
  const kept = await supervisor.post('/settings/content/rules', { ...RULES, version });
  expect([kept.status, kept.headers['location']]).toEqual([303, '/settings']);
  const { organisation } = await settings();
  expect(organisation).toMatchObject({ timeAllowedDays: { default: 21 }, recallSeconds: 30 });
  expect(organisation.approval).toEqual({ always: false, grounds: ['SR252', 'SR251_SEXCHAT'] });
  const [event]: [{ facts: object; actor_kind: string }] = await app
    .get(DataSource)
    .query(`select facts, actor_kind from event_log where kind = 'settings-changed'`);
  expect(event).toEqual({ facts: { fields: ['timeAllowedDays', 'recallSeconds', 'approval'] }, actor_kind: 'user' });
});

test('what cannot be is refused at its field, with what was typed still there', async () => {
  const version = versionIn((await supervisor.get('/settings/content/rules')).text);
  const unknown = await supervisor.post('/settings/content/rules', { ...RULES, approvalGrounds: 'NIETS', version });
  expect(unknown.status).toBe(422);
  expect(unknown.text).toContain('Deze rechtsgronden bestaan niet: NIETS');
  expect(unknown.text).toContain('value="21"');
  const none = await supervisor.post('/settings/content/rules', { ...RULES, approvalGrounds: ' , ', version });
  expect([none.status, none.text.includes('Vul ten minste één rechtsgrond in')]).toEqual([422, true]);
  const days = await supervisor.post('/settings/content/rules', { ...RULES, timeAllowedDays: '0', version });
  expect(days.text).toContain('Kies een aantal dagen van 1 tot 365');
});

test('two at once: the later sees both, and what was typed holds only when pressed again', async () => {
  const page = await supervisor.get('/settings/content/desk');
  const version = versionIn(page.text);
  const form = { deskName: 'Meldpunt Oefenlijn', postalAddress: 'Oefenkade 1', 'language-nl': 'yes', version };
  expect((await supervisor.post('/settings/content/desk', { ...form, name: 'De eerste' })).status).toBe(303);
  const late = await supervisor.post('/settings/content/desk', { ...form, name: 'De tweede' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('De eerste');
  expect(late.text).toContain('value="De tweede"');
  expect((await settings()).organisation.name).toBe('De eerste');
  const again = { ...form, name: 'De tweede', version: versionIn(late.text) };
  expect((await supervisor.post('/settings/content/desk', again)).status).toBe(303);
  expect((await settings()).organisation).toMatchObject({ name: 'De tweede', languages: ['nl'] });
});

test('a rule that was changed holds at once in the other processes of the desk', async () => {
  const other = await deskApp(deskFacts(databaseUrl));
  const desk = other.get(Installation);
  const days = async () => (await desk.organisation()).timeAllowedDays.default;
  expect([await other.get(LeavingTerms).recallSeconds(), await days()]).toEqual([30, 21]);
  const version = versionIn((await supervisor.get('/settings/content/rules')).text);
  const changed = { ...RULES, approval: 'always', recallSeconds: '45', timeAllowedDays: '14', version };
  expect((await supervisor.post('/settings/content/rules', changed)).status).toBe(303);
  expect([await other.get(LeavingTerms).recallSeconds(), await days()]).toEqual([45, 14]);
  expect((await desk.organisation()).approval.always).toBe(true);
  await other.close();
});
