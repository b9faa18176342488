import { gzipSync } from 'node:zlib';
import { holds } from '#test/faults/fault.js';
import { raw, requestText, type RawAnswer } from './raw.js';
import { stateOf, type Wall } from './wall.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const JSON_BODY = { 'Content-Type': 'application/json' };

interface Trial {
  readonly what: string;
  readonly statuses: readonly number[];
  readonly parts: readonly (string | Buffer)[];
  readonly pauseMs?: number;
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}): string =>
  requestText(`GET ${path}`, headers);
function post(headers: Readonly<Record<string, string>>, body: string | Buffer): (string | Buffer)[] {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) };
  return [requestText('POST /sign-in', { ...length, ...headers }), body];
}
const bytes = (n: number): string => 'x'.repeat(n);
const chunk = (body: string): string => `${body.length.toString(16)}\r\n${body}\r\n`;
const CHUNKED = { 'Transfer-Encoding': 'chunked' };

/** Requests that no browser sends, each with the answers that are right for it (fault F66). */
const TRIALS: readonly Trial[] = [
  { what: 'an address of a megabyte', statuses: [414, 431], parts: [get(`/sign-in?x=${bytes(1_000_000)}`)] },
  { what: 'an address of ten thousand characters', statuses: [414], parts: [get(`/sign-in?x=${bytes(10_000)}`)] },
  { what: '100,000 parameters', statuses: [414, 431], parts: [get(`/sign-in?${'a=1&'.repeat(100_000)}`)] },
  { what: 'a header of a megabyte', statuses: [431], parts: [get('/sign-in', { 'X-Large': bytes(1_000_000) })] },
  {
    what: 'two hundred headers',
    statuses: [431],
    parts: [get('/sign-in', Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`X-${n}`, 'y'])))],
  },
  { what: 'no host', statuses: [400], parts: ['GET /sign-in HTTP/1.1\r\n\r\n'] },
  { what: 'two hosts', statuses: [400], parts: ['GET / HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere.test\r\n\r\n'] },
  {
    what: 'a length that is no number',
    statuses: [400],
    parts: [requestText('POST /sign-in', { ...FORM, 'Content-Length': 'x' })],
  },
  {
    what: 'a length below nothing',
    statuses: [400],
    parts: [requestText('POST /sign-in', { ...FORM, 'Content-Length': '-1' })],
  },
  {
    what: 'two lengths',
    statuses: [400],
    parts: ['POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde'],
  },
  {
    what: 'length and chunks at once',
    statuses: [400],
    parts: [
      requestText(
        'POST /sign-in',
        { ...FORM, 'Content-Length': '4', ...CHUNKED },
        `${chunk('a=b')}0\r\n\r\nGET / HTTP/1.1`,
      ),
    ],
  },
  {
    what: 'chunks by another name',
    statuses: [400, 501],
    parts: [requestText('POST /sign-in', { ...FORM, 'Transfer-Encoding': 'xchunked' }, chunk('a=b'))],
  },
  {
    what: 'a chunk of no size',
    statuses: [400],
    parts: [requestText('POST /sign-in', { ...FORM, ...CHUNKED }, 'zz\r\nabc\r\n0\r\n\r\n')],
  },
  {
    what: 'a chunk with a novel beside its size',
    statuses: [400, 413],
    parts: [requestText('POST /sign-in', { ...FORM, ...CHUNKED }, `1;${bytes(60_000)}\r\na\r\n0\r\n\r\n`)],
  },
  {
    what: 'a header folded over two lines',
    statuses: [400],
    parts: ['GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n'],
  },
  { what: 'a space before the colon', statuses: [400], parts: ['GET / HTTP/1.1\r\nHost: localhost\r\nX : a\r\n\r\n'] },
  {
    what: 'a longer body than was said',
    statuses: [400, 403],
    parts: [requestText('POST /sign-in', { ...FORM, 'Content-Length': '3' }, 'a=bGET / HTTP/1.1\r\n\r\n')],
  },
  {
    what: 'a shorter body than was said',
    statuses: [408],
    parts: [requestText('POST /sign-in', { ...FORM, 'Content-Length': '300' }, 'a=b')],
  },
  {
    what: 'headers letter by letter',
    statuses: [408],
    parts: [...get('/sign-in', { 'X-Slow': bytes(200) })],
    pauseMs: 20,
  },
  {
    what: 'a body letter by letter',
    statuses: [408],
    parts: [requestText('POST /sign-in', { ...FORM, 'Content-Length': '900' }), ...bytes(900)],
    pauseMs: 20,
  },
  { what: 'nothing at all', statuses: [408, 0], parts: [''] },
  { what: 'a body of ten megabytes', statuses: [413], parts: post(FORM, `a=${bytes(10_000_000)}`) },
  {
    what: 'ten megabytes in chunks',
    statuses: [413],
    parts: [
      requestText('POST /sign-in', { ...FORM, ...CHUNKED }),
      ...Array<string>(160).fill(chunk(bytes(65_536))),
      '0\r\n\r\n',
    ],
  },
  { what: '100,000 fields', statuses: [413], parts: post(FORM, 'a=1&'.repeat(100_000)) },
  {
    what: 'a packed body',
    statuses: [415],
    parts: post({ ...FORM, 'Content-Encoding': 'gzip' }, gzipSync(`a=${bytes(900_000)}`)),
  },
  {
    what: 'a form of many kinds with 100,000 parts',
    statuses: [415, 413],
    parts: post(
      { 'Content-Type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(100_000),
    ),
  },
  { what: 'plain text', statuses: [415], parts: post({ 'Content-Type': 'text/plain' }, 'email=a') },
  { what: 'a body without a kind', statuses: [415], parts: post({}, 'email=a') },
  {
    what: 'a document 100,000 deep',
    statuses: [400],
    parts: post(JSON_BODY, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  },
  {
    what: 'a document 100,000 names deep',
    statuses: [400],
    parts: post(JSON_BODY, `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
  },
  { what: 'a document of ten megabytes', statuses: [413], parts: post(JSON_BODY, `{"a":"${bytes(10_000_000)}"}`) },
  { what: 'half a document', statuses: [400], parts: post(JSON_BODY, '{"a":') },
  { what: 'a number for a document', statuses: [400], parts: post(JSON_BODY, '7') },
  ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'].map((method) => ({
    ...{ what: method, statuses: [405], parts: [requestText(`${method} /sign-in`, { 'Content-Length': '0' })] },
  })),
  { what: 'no method at all', statuses: [400], parts: ['\u0000\u0001\u0002\r\n\r\n'] },
];

/** Each of them is refused as it should be, in time, changes nothing, and leaves no memory behind. */
export async function limitsHold(wall: Wall): Promise<void> {
  const before = await stateOf(wall);
  const wrong: string[] = [];
  for (const trial of TRIALS) {
    const answer = await raw(wall.port, trial.parts, trial.pauseMs);
    if (!trial.statuses.includes(answer.status)) wrong.push(`${trial.what}: ${answer.status}`);
    if (answer.milliseconds > 10_000) wrong.push(`${trial.what}: ${Math.round(answer.milliseconds)} ms`);
    if (answer.status !== 0 && !isBare(answer)) wrong.push(`${trial.what}: says more than it should`);
  }
  holds(wrong.length === 0, wrong.join('; '));
  holds((await stateOf(wall)) === before, 'something was changed');
  await memoryStaysFlat(wall);
}

/** No version, no stack, nothing to keep. */
const isBare = ({ text }: RawAnswer): boolean => !/\bat .*\.js|node|express|nest/i.test(text) && /no-store/i.test(text);

const LARGE = TRIALS.filter(({ statuses }) => statuses.some((status) => [413, 414, 415, 431].includes(status)));
const ROUNDS = 6;
const MOST_GROWTH = 96 * 1024 * 1024;

async function memoryStaysFlat({ port }: Wall): Promise<void> {
  const round = () => Promise.all(LARGE.map(({ parts }) => raw(port, parts)));
  await round();
  const before = process.memoryUsage().rss;
  for (let n = 0; n < ROUNDS; n += 1) await round();
  const grown = process.memoryUsage().rss - before;
  holds(grown < MOST_GROWTH, `memory grew by ${Math.round(grown / 1_048_576)} MB`);
}
