import { request as httpRequest, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { ApiTrouble, troubleOf } from './api-trouble.js';
import type { Way } from './way-to.js';

/** One request (HTTP/1.1, RFC 9112); `body` is sent as it is. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** What came back; `json` is undefined where the body was none. A redirect is an answer like any other: never followed. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly json: unknown;
}

/** No documented answer comes near it: an account with all its fields is some 5 kB. */
const MOST_BYTES = 256 * 1024;

/** A connection to one server, on which one question is asked; closed whatever happens. */
export class Line {
  private constructor(
    private readonly way: Way,
    private readonly socket: Socket,
  ) {}

  /** Connects, with TLS where the way asks for it; `trust` is a certificate to trust beside the usual ones, for tests. */
  static async open(way: Way, signal: AbortSignal, trust?: string): Promise<Line> {
    signal.throwIfAborted();
    const socket = way.isEncrypted ? encrypted(way, trust) : connectPlain(way.port, way.address);
    const cut = () => void socket.destroy(signal.reason as Error);
    signal.addEventListener('abort', cut, { once: true });
    socket.once('close', () => signal.removeEventListener('abort', cut));
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once(way.isEncrypted ? 'secureConnect' : 'connect', resolve);
        socket.once('error', reject);
      });
    } catch (error) {
      socket.destroy();
      throw troubleOf(error);
    }
    socket.on('error', () => undefined); // whoever asks hears of it by the request
    return new Line(way, socket);
  }

  /** Asks, and answers what came back whole; rejects with `ApiTrouble`. The line is over then. */
  async ask(asked: Asked): Promise<Answered> {
    try {
      return await new Promise<Answered>((resolve, reject) => {
        const request = this.request(asked);
        const nothingCame = () => reject(new ApiTrouble('broken'));
        request.once('error', reject);
        request.once('close', nothingCame);
        request.once('response', (answer) => {
          request.off('close', nothingCame);
          void read(answer).then(resolve, reject);
        });
        request.end(asked.body);
      });
    } catch (error) {
      throw troubleOf(error);
    } finally {
      this.close();
    }
  }

  close(): void {
    this.socket.destroy();
  }

  private request({ method, path, headers, body }: Asked): ClientRequest {
    if (this.socket.destroyed) throw new ApiTrouble('broken');
    return httpRequest({
      ...{ method, path, createConnection: () => this.socket, maxHeaderSize: 16_384 },
      headers: {
        Host: this.way.host,
        Accept: 'application/json',
        'Accept-Encoding': 'identity',
        'User-Agent': 'Seinpost',
        ...(body ? { 'Content-Type': 'application/json', 'Content-Length': String(body.length) } : {}),
        ...headers,
      },
    });
  }
}

function encrypted({ port, address, name }: Way, trust: string | undefined): Socket {
  const servername = isIP(name) === 0 ? { servername: name } : {};
  return connectTls({
    port,
    host: address,
    ...servername,
    ALPNProtocols: ['http/1.1'],
    ...(trust ? { ca: trust } : {}),
  });
}

/** The whole answer; one that is too large, or ends before its announced end, is none. */
async function read(answer: IncomingMessage): Promise<Answered> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BYTES) throw new ApiTrouble('too-large');
    pieces.push(piece);
  }
  if (!answer.complete) throw new ApiTrouble('broken');
  return { status: answer.statusCode ?? 0, headers: answer.headers, json: jsonOf(Buffer.concat(pieces)) };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
