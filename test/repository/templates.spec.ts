import { expect, test } from '@jest/globals';
import { faultsIn, pageTemplates, textIn } from './page-templates.js';

const WRONG: readonly (readonly [string, string])[] = [
  ['three braces', '<p>{{{name}}}</p>'],
  ['an ampersand', '<p>{{&name}}</p>'],
  ['an attribute without quotes', '<input value={{name}}>'],
  ['a style attribute', '<p style="color: red">x</p>'],
  ['a style block', '<style>p {}</style>'],
  ['an inline script', '<script>alert(1)</script>'],
  ['a handler', '<button onclick="x()">x</button>'],
  ['an address from facts', '<a href="{{address}}">x</a>'],
  ['a host from facts', '<a href="//{{host}}/x">x</a>'],
  ['an address of elsewhere', '<img src="https://elsewhere.test/x.png">'],
  ['javascript as an address', '<a href="javascript:alert(1)">x</a>'],
  ['a frame', '<iframe src="/x"></iframe>'],
];

test.each(WRONG)('a template with %s is refused', (_, source) => {
  expect(faultsIn({ name: 'x', source })).not.toEqual([]);
});

test('addresses of our own and through safeUrl are allowed', () => {
  const source =
    '<a href="{{safeUrl href}}">x</a><a href="/cases/{{id}}">y</a><form action="/cases/{{id}}/close"></form>';
  expect(faultsIn({ name: 'x', source })).toEqual([]);
});

test('no page of the desk holds anything that is refused', () => {
  expect(pageTemplates().length).toBeGreaterThan(20);
  expect(pageTemplates().flatMap(faultsIn)).toEqual([]);
});

test('every form that is posted carries the token of its session', () => {
  const forms = pageTemplates().flatMap(({ name, source }) =>
    [...source.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)].map((found) => ({ name, form: found[0] })),
  );
  expect(forms.length).toBeGreaterThan(3);
  expect(forms.filter(({ form }) => !form.includes('{{> csrf}}')).map(({ name }) => name)).toEqual([]);
});

test('no page shows text of its own: every word stands in templates/words', () => {
  expect(textIn({ name: 'x', source: '<p title="Dag">{{t \'a.b\'}} Hallo</p>' })).toEqual(['x: Hallo', 'x: Dag']);
  expect(pageTemplates().flatMap(textIn)).toEqual([]);
});
