import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { LOOPBACK_CERTIFICATE } from '#test/fixtures/loopback-certificate.js';

/** An answer of the server; an object becomes JSON. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

/**
 * What a server does instead of answering as documented: breaks the line before it read the body, after it, or in the
 * middle of its answer; falls silent; answers a byte at a time without end; answers too much; answers something else;
 * or lets the test do something first.
 */
export type ApiTrick = 'drop' | 'cut' | 'half' | 'hang' | 'drip' | 'flood' | Reply | (() => Promise<void> | void);

/** A request as it came in, whole. */
export interface CameIn {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

type Route = (asked: CameIn) => Reply;

/** A real HTTP server on a free loopback port that answers as documented, or plays tricks when told to. */
export abstract class ApiServer {
  /** Everything whose body came in whole, in order. */
  readonly asked: CameIn[] = [];
  /** What was asked otherwise than documented, in words. */
  readonly wrong: string[] = [];
  /** Connections, also those on which nothing was asked. */
  connections = 0;
  private tricks: Readonly<Record<string, ApiTrick>> = {};
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly line: 'plain' | 'tls' = 'plain') {
    const serve = (ask: IncomingMessage, answer: ServerResponse) => void this.serve(ask, answer);
    this.server = line === 'tls' ? createTlsServer({ ...LOOPBACK_CERTIFICATE }, serve) : createServer(serve);
    this.server.on('connection', (socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('error', () => undefined);
    });
  }

  /** By method and path what it answers. */
  protected abstract readonly routes: Readonly<Record<string, Route>>;

  async open(): Promise<this> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `${this.line === 'tls' ? 'https' : 'http'}://127.0.0.1:${this.port}`;
  }

  /** From now on it does this, by method and path. */
  play(tricks: Readonly<Record<string, ApiTrick>>): void {
    this.tricks = tricks;
  }

  /** What came in there. */
  cameInAt(route: string): readonly CameIn[] {
    return this.asked.filter(({ method, path }) => `${method} ${path}` === route);
  }

  drop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  close(): Promise<void> {
    this.drop();
    return new Promise((done) => this.server.close(() => done()));
  }

  private async serve(ask: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(ask.url ?? '', 'http://x');
    const route = `${ask.method} ${path}`;
    const trick = this.tricks[route];
    if (trick === 'drop') return void ask.socket.destroy();
    const pieces: Buffer[] = [];
    for await (const piece of ask) pieces.push(piece as Buffer);
    const asked = { method: ask.method ?? '', path, query, headers: ask.headers, body: Buffer.concat(pieces) };
    this.asked.push(asked);
    if (typeof trick === 'function') await trick();
    if (typeof trick === 'string') return misbehave(trick, ask, answer);
    give(answer, typeof trick === 'object' ? trick : this.routed(route, asked));
  }

  private routed(route: string, asked: CameIn): Reply {
    const known = this.routes[route];
    if (known) return known(asked);
    this.wrong.push(`nobody asks for ${route}`);
    return { status: 404, body: { error: 'Record not found' } };
  }
}

function give(answer: ServerResponse, { status, headers, body }: Reply): void {
  const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? '');
  answer.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(text);
}

function misbehave(trick: string, ask: IncomingMessage, answer: ServerResponse): void {
  if (trick === 'cut') ask.socket.destroy();
  if (trick === 'half') {
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"id":"1",');
    setTimeout(() => ask.socket.destroy(), 50);
  }
  if (trick === 'drip') {
    answer.writeHead(200, { 'content-type': 'application/json' }).write('{');
    const drops = setInterval(() => answer.write(' '), 20);
    ask.socket.once('close', () => clearInterval(drops));
  }
  if (trick === 'flood') answer.writeHead(200).end(`{"id":"1","x":"${'x'.repeat(2_000_000)}"}`);
}
