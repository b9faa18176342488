import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { AddressGate } from './address-gate.js';
import { FilteringProxy } from './filtering-proxy.js';

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function site(answer: Parameters<typeof createServer>[1]): Promise<{ port: number; hits: () => number }> {
  let hits = 0;
  const server: Server = createServer(answer as never);
  server.on('connection', () => void (hits += 1));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(server);
  return { port: (server.address() as AddressInfo).port, hits: () => hits };
}

async function proxy(
  allow: readonly string[],
  bytes = 1e9,
): Promise<{ port: number; proxy: FilteringProxy; tooMuch: () => number }> {
  let tooMuch = 0;
  const made = new FilteringProxy(new AddressGate(allow), { bytes, idleMs: 5000 }, () => void (tooMuch += 1));
  open.push(made);
  return { port: await made.listen(), proxy: made, tooMuch: () => tooMuch };
}

/** What a client of the proxy gets: the raw answer, empty when the connection was destroyed. */
function say(port: number, words: string): Promise<string> {
  return new Promise((done) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(words));
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => done(heard));
  });
}

describe('the proxy of a capture', () => {
  test('passes an allowed request on and the answer back as the server wrote it', async () => {
    const there = await site((_ask, answer) => {
      answer.writeHead(451, 'Not Here', [['X-One', '1'], ['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']].flat() as never); // prettier-ignore
      answer.end('body');
    });
    const { port } = await proxy([`127.0.0.1:${there.port}`]);
    const heard = await say(
      port,
      `GET http://127.0.0.1:${there.port}/x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 451 Not Here\r\nX-One: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n/);
    expect(heard).toContain('body');
  });

  test.each([
    ['a request', 'GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a tunnel', 'CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a tunnel by another name', 'CONNECT localhost:PORT HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a tunnel in another family', 'CONNECT [::ffff:127.0.0.1]:PORT HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a request for a file', 'GET file:///etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a request to the proxy itself', 'GET / HTTP/1.1\r\nHost: h\r\n\r\n'],
    [
      'an upgrade',
      'GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
  ])('destroys %s that is not allowed without a word, and nobody is reached', async (_name, words) => {
    const there = await site((_ask, answer) => answer.end('secret'));
    const { port } = await proxy([]);
    expect(await say(port, words.replace('PORT', String(there.port)))).toBe('');
    expect(there.hits()).toBe(0);
  });

  test('never answers for a server that is down', async () => {
    const there = await site((_ask, answer) => answer.end());
    open.splice(0).forEach((each) => each.close());
    const { port } = await proxy([`127.0.0.1:${there.port}`]);
    expect(await say(port, `GET http://127.0.0.1:${there.port}/ HTTP/1.1\r\nHost: h\r\n\r\n`)).toBe('');
  });

  test('says once that it is too much, and notes what it let through', async () => {
    const there = await site((_ask, answer) => answer.end(Buffer.alloc(500_000)));
    const { port, proxy: made, tooMuch } = await proxy([`127.0.0.1:${there.port}`], 100_000);
    await new Promise<void>((done) => {
      const ask = request({ port, path: `http://127.0.0.1:${there.port}/`, agent: false }, (reply) => {
        reply.resume().on('end', done);
      });
      ask.end();
    });
    expect(tooMuch()).toBe(1);
    expect(made.bytes).toBeGreaterThan(500_000);
    expect(made.passages).toMatchObject([{ host: '127.0.0.1', verdict: 'open', address: '127.0.0.1' }]);
  });
});
