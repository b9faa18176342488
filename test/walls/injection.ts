import { readHistory } from '#adapters/history/read-history.js';
import { holds } from '#test/faults/fault.js';
import { asked, filledIn, type Found } from './crawl.js';
import { raw, requestText } from './raw.js';
import { routesOf, type Wall } from './wall.js';

const LINES = [
  'a\r\nX-Injected: 1',
  'a\nSet-Cookie: injected=1',
  '/work\r\n\r\n<p>',
  'a\u560a\u560dX-Injected: 1',
  '//elsewhere.test/\r',
];

/** No line that somebody adds gets into the head of an answer, nor leads elsewhere (fault F61). */
export async function headsStayWhole(wall: Wall): Promise<void> {
  const found = [
    ...(await asked(wall, wall.visitor, LINES)),
    ...(await filledIn(wall, wall.visitor, LINES.slice(0, 2))),
  ];
  const wrong = found.filter(({ answer: { headers } }) => {
    const all = JSON.stringify(headers);
    const leads = String(headers['location'] ?? '/');
    return /"x-injected"|injected=1/.test(all) || !/^\/(?![/\\])[^\s]*$/.test(leads);
  });
  holds(wrong.length === 0, wrong.map(({ what }) => what).join('; '));
  holds(broken(found).length === 0, broken(found).join('; '));
  await namesOfFiles(wall);
}

async function namesOfFiles({ visitor, ids }: Wall): Promise<void> {
  const file = await visitor.get(`/evidence/${ids['evidence']}`);
  const named = String(file.headers['content-disposition']);
  holds(file.status === 200 && named === 'attachment; filename="text.html"', `evidence ${file.status}: ${named}`);
}

const TRAVERSALS = [
  ...[
    '../../../../etc/passwd',
    '..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '....//....//etc/passwd',
  ],
  ...[
    '..%5c..%5cwindows%5csystem.ini',
    '..%c0%af..%c0%afetc%c0%afpasswd',
    '%252e%252e%252fetc%252fpasswd',
    '/etc/passwd',
  ],
  ...[
    'package.json%00.png',
    '%00',
    'CON',
    'aux.txt',
    'file.',
    'file%20',
    `${'x'.repeat(300)}`,
    '..%u2215etc',
    '..\u2215..\u2215etc',
  ],
  ...['file:%2f%2f%2fetc%2fpasswd', '%2fproc%2fself%2fenviron', '~%2f.ssh%2fid_rsa', '.%2fvar%2fkey', '..;%2fadmin'],
];

/** No address leads to a file of the machine (fault F64). */
export async function pathsStayInside(wall: Wall): Promise<void> {
  const paths = routesOf(wall, 'GET')
    .filter((route) => route.hasParameters)
    .flatMap((route) => TRAVERSALS.map((value) => route.with(value)));
  const loose = TRAVERSALS.flatMap((value) => [`/${value}`, `/assets/${value}`, `/assets/0000000000000000/${value}`]);
  const cookie = [...wall.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const path of [...paths, ...loose]) {
    const address = encodeURI(path).replaceAll('%25', '%');
    const { status, text } = await raw(wall.port, [
      requestText(`GET ${address}`, { Cookie: cookie, Connection: 'close' }),
    ]);
    const refusals = path.startsWith('/api/') ? [400, 401, 404] : [400, 403, 404, 422, 303];
    holds(refusals.includes(status), `GET ${path}: ${status}`);
    holds(!/root:.*:0:0|"name": "seinpost"|PATH=|PRIVATE KEY/.test(text), `GET ${path} gives a file away`);
  }
}

const POLLUTED =
  '__proto__[polluted]=1&constructor[prototype][polluted]=1&__proto__.polluted=1&a[__proto__][polluted]=1';
const DOCUMENTS = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"a":[{"__proto__":{"polluted":1}}]}',
  '{"__proto__":null}',
];

/** What every object has stays as it was, however it is named in body, address or table (fault F65). */
export async function prototypesStayClean(wall: Wall): Promise<void> {
  const clean = (what: string) =>
    holds(!('polluted' in {}) && Object.keys(Object.prototype).length === 0, `${what} reached Object.prototype`);
  const cookie = [...wall.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  await wall.visitor.get('/account');
  const token = { Cookie: cookie, 'X-CSRF-Token': wall.visitor.token, 'Idempotency-Key': 'k'.repeat(22) };
  for (const { path } of routesOf(wall, 'POST').filter((route) => route.path !== '/sign-out')) {
    for (const [type, body] of [FORM_BODY, ...DOCUMENTS.map((each) => ['application/json', each] as const)]) {
      const head = { ...token, 'Content-Type': type, 'Content-Length': String(body.length) };
      const { status } = await raw(wall.port, [requestText(`POST ${path}`, head, body)]);
      holds(status >= 300 && status < 500, `POST ${path} with ${body}: ${status}`);
      clean(`POST ${path} with ${body}`);
    }
  }
  for (const { path } of routesOf(wall, 'GET')) {
    const { status } = await wall.visitor.get(`${path}?${POLLUTED}`);
    holds(status < 500, `GET ${path}: ${status}`);
    clean(`GET ${path}`);
  }
  historiesStayClean(clean);
}

const FORM_BODY = ['application/x-www-form-urlencoded', POLLUTED] as const;

function historiesStayClean(clean: (what: string) => void): void {
  const column = '__proto__,constructor,toString,reference\r\n1,2,3,A-1';
  for (const text of [column, `[${DOCUMENTS.join(',')}]`, '{"notices":[{"__proto__":{"polluted":1}}]}']) {
    try {
      readHistory(Buffer.from(text));
    } catch (fault) {
      holds(fault instanceof Error, 'a history fails without an error');
    }
    clean('a history');
  }
}

const STATEMENTS = [
  ...["' or '1'='1", "' or 1=1 --", "'; drop table users; --", "') or ('1'='1", "' union select null,null,null --"],
  ...[
    '1; select pg_sleep(3) --',
    "' || pg_sleep(3) || '",
    "'; copy (select 1) to program 'id'; --",
    "\\'; select 1; --",
  ],
  ...['" or ""="', '%', '_', '%%', '\\', '$1', '$$', ':id', '?', '{"$ne":null}', "$[*] ? (@ == '1')", '$.**', '{a,b}'],
  ...[
    '1e309',
    '-1',
    '0x1',
    'NaN',
    '9'.repeat(60),
    "E'\\x27'",
    'ʼ or 1=1',
    "admin'/*",
    '*/ or 1=1',
    '\u0000',
    'order by 1',
    'id desc; --',
  ],
];

/** No search, filter, order, page or id is read as a statement: no fault, nothing found that was not there (fault F67). */
export async function statementsStayWords(wall: Wall): Promise<void> {
  const before = await usersAndCases(wall);
  for (const words of STATEMENTS.filter((each) => each !== '\u0000')) {
    const { text } = await wall.visitor.get(`/cases?status=all&search=${encodeURIComponent(words)}`);
    const hits = [...(text ?? '').matchAll(/href="\/cases\/[0-9a-f-]{36}"/g)].length;
    holds(hits === 0, `a search for ${words} found ${hits}`);
  }
  const began = performance.now();
  const some = STATEMENTS.filter((_, n) => n % 3 === 0);
  const filled = await filledIn(wall, wall.visitor, STATEMENTS.slice(0, 6));
  const found = [...(await asked(wall, wall.visitor, some)), ...filled];
  holds(broken(found).length === 0, broken(found).join('; '));
  const each = (performance.now() - began) / found.length;
  holds(each < 1500, `${Math.round(each)} ms for one`);
  const after = await usersAndCases(wall);
  holds(after.users === before.users && after.cases >= before.cases, 'rows are gone');
}

async function usersAndCases({ db }: Wall): Promise<{ users: number; cases: number }> {
  const [row]: { users: number; cases: number }[] = await db.query(
    'select (select count(*)::int from users) as users, (select count(*)::int from case_files) as cases',
  );
  return row!;
}

const broken = (found: readonly Found[]): string[] =>
  found.filter(({ answer }) => answer.status >= 500).map(({ what, answer }) => `${what}: ${answer.status}`);
