import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Limits of one connection, in milliseconds and bytes: a slow sender ties up nothing, a large one costs no memory. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
  insecureHTTPParser: false,
  requireHostHeader: false, // refused by the desk itself, in words
};

/** The HTTP server the desk stands in; what no page ever sees is refused here, in words and with safe headers. */
export function deskServer(pages: RequestListener, limits: Partial<typeof LIMITS> = {}): Server {
  const server = createServer({ ...LIMITS, ...limits }, pages);
  server.maxHeadersCount = 0; // counted by the desk itself: beyond a maximum Node leaves headers out without a word
  server.on('clientError', refuse);
  return server;
}

const STATUSES: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'Content Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

const WORDS =
  'Dit verzoek kan Seinpost niet lezen. Er is niets veranderd.\nSeinpost cannot read this request. Nothing was changed.\n';

function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, name] = STATUSES[error.code ?? ''] ?? [400, 'Bad Request'];
  const headers = [
    `HTTP/1.1 ${status} ${name}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(WORDS)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy: no-referrer',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${WORDS}`);
}
