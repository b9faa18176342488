import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { StrictTemplates } from './strict-templates.js';

const folder = mkdtempSync(join(tmpdir(), 'letters-'));
afterAll(() => rmSync(folder, { recursive: true }));

const filling = (source: string, facts: object) => () => {
  writeFileSync(join(folder, 'one.hbs'), source);
  return new StrictTemplates(folder).compile('one')(facts);
};

test('what a template asks for is shown as it is, nothing escaped', () => {
  expect(filling('{{a}} {{#each list}}<{{this}}>{{/each}}', { a: '&"', list: ['x', 'y'] })()).toBe('&" <x><y>');
});

test.each(['{{a}}', '{{b.c}}', '{{#each a}}x{{/each}}', '{{#if a}}x{{/if}}', '{{#each list}}{{a}}{{/each}}'])(
  '%s without the fact is an error',
  (source) => {
    expect(filling(source, { b: {}, list: [{}] })).toThrow();
  },
);
