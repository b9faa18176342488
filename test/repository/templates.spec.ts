import { expect, test } from '@jest/globals';
import { faultsIn, pageTemplates, sourcesWith, textIn } from './page-templates.js';

/** Where text is no markup (letters, read-me files), and the one stylesheet that a dossier carries within itself. */
const ESCAPING_OFF = [
  'libs/adapters/src/letters/strict-templates.ts',
  'libs/adapters/src/report/dossier-html.ts',
  'libs/adapters/src/report/report-documents.ts',
];

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
  ['four braces', '<p>{{{{raw}}}}{{name}}{{{{/raw}}}}</p>'],
  ['an address of a form from facts', '<button formaction="{{address}}">x</button>'],
  ['an address of a drawing from facts', '<use xlink:href="{{address}}"/>'],
  ['a page within the page', '<p srcdoc="{{html}}">x</p>'],
  ['a set of addresses', '<img srcset="{{addresses}}">'],
  ['any attribute without quotes', '<a class=x href="/">x</a>'],
  ['an attribute named by facts', '<p {{name}}="x">x</p>'],
  ['an element named by facts', '<{{name}}>x</p>'],
  ['a header of its own', '<meta http-equiv="refresh" content="0">'],
];

test.each(WRONG)('a template with %s is refused', (_, source) => {
  expect(faultsIn({ name: 'x', source })).not.toEqual([]);
});

test('addresses of our own and through safeUrl are allowed', () => {
  const source =
    '<a href="{{safeUrl href}}">x</a><a href="/cases/{{id}}">y</a><form action="/cases/{{id}}/close"></form>';
  expect(faultsIn({ name: 'x', source })).toEqual([]);
});

test('what is refused is told with its remedy', () => {
  expect(faultsIn({ name: 'pages/x', source: '<a href="{{address}}">x</a>' })).toEqual([
    'pages/x: href="{{address}}" (an address from facts goes through safeUrl, or javascript: would pass)',
  ]);
});

test('no code hands a template markup: text is escaped, whoever made it', () => {
  expect(sourcesWith(/SafeString|noEscape|allowProto/).sort()).toEqual(ESCAPING_OFF);
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
