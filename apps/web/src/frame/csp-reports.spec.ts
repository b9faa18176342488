import { expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import express from 'express';
import request from 'supertest';
import { takeReports, whatIsSaid } from './csp-reports.js';

const old = {
  'csp-report': {
    'violated-directive': 'script-src-elem',
    'blocked-uri': 'inline',
    'document-uri': 'https://desk/cases/7',
  },
};
const modern = [
  {
    type: 'csp-violation',
    body: { effectiveDirective: 'img-src', blockedURL: 'https://victim.test/a', documentURL: 'x' },
  },
];

test('a report is logged by its rule and kind, without any address', () => {
  expect(whatIsSaid(JSON.stringify(old))).toEqual(['kept from a page: script-src-elem, inline']);
  expect(whatIsSaid(JSON.stringify(modern))).toEqual(['kept from a page: img-src, http']);
});

test.each(['', 'null', '{', '[]', '7', '{"csp-report":null}', '[null]', '{"body":{"effectiveDirective":"a\\nb"}}'])(
  '%j as a report breaks nothing and puts nothing foreign in the log',
  (text) => {
    for (const said of whatIsSaid(text)) expect(said).toBe('kept from a page: unknown, other');
  },
);

test('too many, too large and of another kind are refused', async () => {
  const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const app = express().use(takeReports(() => 0));
  const send = (body: string, type = 'application/csp-report') =>
    request(app).post('/csp-reports').set('Content-Type', type).send(body);
  expect((await send(JSON.stringify(old))).status).toBe(204);
  expect((await send('x', 'text/html')).status).toBe(415);
  expect((await send('x'.repeat(20_000))).status).toBe(413);
  const statuses: number[] = [];
  for (let n = 0; n < 30; n += 1) statuses.push((await send('{}')).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  expect(said.mock.calls.length).toBeLessThan(30);
  said.mockRestore();
});
