// Forward proxy of RFC 9110 §9.3.6 (CONNECT) and RFC 9112 §3.2.2 (absolute form), for one capture only.
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { AddressGate, Verdict } from './address-gate.js';

/** One decision, as it is written to `network.jsonl`. */
export interface Passage {
  readonly at: string;
  readonly host: string;
  readonly port: number;
  readonly verdict: Verdict['kind'];
  readonly why: string | null;
  readonly address: string | null;
}

export interface ProxyLimits {
  /** Bytes from all servers together, as they came over the wire. */
  readonly bytes: number;
  /** Milliseconds without a byte on a connection. */
  readonly idleMs: number;
}

const HOP_BY_HOP = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;
const HEADER_SIZE = 262_144;
const MOST_PASSAGES = 5000;

/**
 * The only way out for the browser. A refused connection is destroyed, never answered: an answer of ours would stand in
 * the evidence as if the site had given it.
 */
export class FilteringProxy {
  readonly passages: Passage[] = [];
  bytes = 0;
  isShut = false;
  private readonly sockets = new Set<Duplex>();
  private readonly server: Server;

  constructor(
    private readonly gate: AddressGate,
    private readonly limits: ProxyLimits,
    private readonly onTooMuch: () => void = () => undefined,
  ) {
    this.server = createServer({ maxHeaderSize: HEADER_SIZE }, (ask, answer) => {
      this.forward(ask, answer).catch(() => ask.socket.destroy());
    });
    this.server.on('connect', (ask, client, head) => {
      this.tunnel(ask, client, head).catch(() => client.destroy());
    });
    this.server.on('upgrade', (_ask, client) => client.destroy());
    this.server.on('clientError', (_error, client) => client.destroy());
    this.server.on('connection', (socket) => this.follow(socket));
  }

  /** Begins to listen on loopback and tells the port. */
  async listen(): Promise<number> {
    await new Promise<void>((done, fail) => this.server.once('error', fail).listen(0, '127.0.0.1', done));
    return (this.server.address() as AddressInfo).port;
  }

  /** Cuts every connection; nothing more goes out or comes in. */
  close(): void {
    this.isShut = true;
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  /** The worst verdict given about this host and port. */
  verdictOn(host: string, port: number): Verdict['kind'] | undefined {
    return this.passages.find((passage) => passage.host === host && passage.port === port)?.verdict;
  }

  private async pass(host: string, port: number): Promise<string | undefined> {
    const verdict = await this.gate.judge(host, port);
    const why = verdict.kind === 'refused' ? verdict.why : null;
    const address = verdict.kind === 'unknown-host' ? null : verdict.address;
    const passage = { at: new Date().toISOString(), host, port, verdict: verdict.kind, why, address };
    if (this.passages.length < MOST_PASSAGES) this.passages.push(passage);
    return verdict.kind === 'open' ? verdict.address : undefined;
  }

  private async forward(ask: IncomingMessage, answer: ServerResponse): Promise<void> {
    const target = URL.canParse(ask.url ?? '') ? new URL(ask.url ?? '') : undefined;
    if (target?.protocol !== 'http:') return void ask.socket.destroy();
    const port = Number(target.port || 80);
    const address = await this.pass(target.hostname, port);
    if (address === undefined) return void ask.socket.destroy();
    const path = target.pathname + target.search;
    const headers = onward(ask.rawHeaders);
    const options = { host: address, port, path, method: ask.method, headers, setHost: false, agent: false as const };
    const out = request({ ...options, maxHeaderSize: HEADER_SIZE }, (reply) => this.reply(reply, answer));
    out.on('socket', (socket) => this.follow(socket, true));
    out.on('error', () => ask.socket.destroy());
    ask.pipe(out);
  }

  private reply(reply: IncomingMessage, answer: ServerResponse): void {
    answer.sendDate = false;
    reply.on('error', () => answer.destroy());
    answer.on('error', () => reply.destroy());
    try {
      answer.writeHead(reply.statusCode ?? 0, reply.statusMessage, onward(reply.rawHeaders));
      answer.flushHeaders();
      reply.pipe(answer);
    } catch {
      answer.destroy(); // a header that may not be repeated (control characters): no answer rather than another one
    }
  }

  private async tunnel(ask: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    client.on('error', () => client.destroy());
    const target = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(ask.url ?? '');
    const [host, port] = [target?.[1] ?? '', Number(target?.[2])];
    const address = host ? await this.pass(host, port) : undefined;
    if (address === undefined) return void client.destroy();
    const upstream = connect({ host: address, port });
    this.follow(upstream, true);
    upstream.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  }

  private follow(socket: Duplex & Partial<Pick<Socket, 'setTimeout'>>, counts = false): void {
    this.sockets.add(socket);
    socket.setTimeout?.(this.limits.idleMs, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
    if (counts) socket.on('data', (chunk: Buffer) => this.count(chunk.length));
  }

  private count(bytes: number): void {
    const before = this.bytes;
    this.bytes += bytes;
    if (before <= this.limits.bytes && this.bytes > this.limits.bytes) this.onTooMuch();
  }
}

/** The headers that travel on, in their order and spelling, as name and value in turn. */
function onward(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (!HOP_BY_HOP.test(raw[i] ?? '')) kept.push(raw[i] ?? '', raw[i + 1] ?? '');
  }
  return kept;
}
