import { connect } from 'node:net';

/** What came back over one connection, and how long it took. */
export interface RawAnswer {
  readonly text: string;
  /** Status of the first answer; 0 when the line was cut without one. */
  readonly status: number;
  readonly milliseconds: number;
}

/** Sends bytes as they are, part by part with a pause before each further one, and reads until the other side is done. */
export function raw(port: number, parts: readonly (string | Buffer)[], pauseMs = 0): Promise<RawAnswer> {
  const began = performance.now();
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    const done = (): void => {
      clearTimeout(limit);
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      resolve({ text, status, milliseconds: performance.now() - began });
    };
    const limit = setTimeout(done, 15_000);
    socket.on('data', (bytes) => {
      text = (text + bytes.toString('latin1')).slice(0, 20_000);
      if (isWhole(text)) done();
    });
    socket.on('error', done).on('close', done);
    void sent(socket, parts, pauseMs);
  });
}

async function sent(socket: ReturnType<typeof connect>, parts: readonly (string | Buffer)[], pauseMs: number) {
  for (const part of parts) {
    if (socket.destroyed) return;
    socket.write(part);
    await new Promise((next) => setTimeout(next, pauseMs));
  }
}

/** The first answer has come in full, by its own length. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  return end >= 0 && length !== undefined && Buffer.byteLength(text, 'latin1') >= end + 4 + Number(length);
}

/** A request from its parts; the host is ours unless the headers say otherwise. */
export function requestText(first: string, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [`${first} HTTP/1.1`, ...lines, '', body].join('\r\n');
}
