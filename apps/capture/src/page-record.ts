// Chrome DevTools Protocol, domain Network, as of Chromium 153-156.
import type { CDPSession, Protocol } from 'puppeteer';

/** The server's answer for the main document. */
export interface MainAnswer {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly mediaType: string;
  readonly protocol: string | null;
  readonly tls: Protocol.Network.SecurityDetails | null;
}

/** One step the server sent us on, before the main document. */
export interface Redirect {
  readonly url: string;
  readonly status: number;
  readonly location: string | null;
}

/** Listens to one page and remembers what its servers said. Counts everything, keeps only the main documents' headers. */
export class PageRecord {
  readonly redirects: Redirect[] = [];
  readonly counts = { requests: 0, failed: 0, withheld: 0, dialogs: 0, popups: 0, downloads: 0, decodedBytes: 0 };
  /** Last address the main frame asked for. */
  askedUrl: string;
  private readonly answers = new Map<string, MainAnswer>();
  private readonly rawHeaders = new Map<string, Record<string, string>>();
  private lastDocument: string | undefined;

  constructor(
    url: string,
    readonly mainFrame: string,
    private readonly bytesAllowed: number,
    private readonly onTooMuch: () => void,
  ) {
    this.askedUrl = url;
  }

  listen(session: CDPSession): void {
    session.on('Network.requestWillBeSent', (event) => this.asked(event));
    session.on('Network.responseReceived', (event) => this.answered(event));
    session.on('Network.responseReceivedExtraInfo', (event) => this.rawHeaders.set(event.requestId, event.headers));
    session.on('Network.dataReceived', (event) => this.count(event.dataLength));
    session.on('Network.loadingFailed', () => void (this.counts.failed += 1));
  }

  /** The answer of the document shown, by its loader; else the last main answer there was. Headers as on the wire if known. */
  mainAnswer(loaderId?: string): MainAnswer | undefined {
    const id = loaderId !== undefined && this.answers.has(loaderId) ? loaderId : this.lastDocument;
    const answer = id === undefined ? undefined : this.answers.get(id);
    return answer && { ...answer, headers: (id && this.rawHeaders.get(id)) || answer.headers };
  }

  /** True for a page that asks so often that no person would have stayed. */
  get isFlooded(): boolean {
    return this.counts.dialogs > 50;
  }

  private asked(event: Protocol.Network.RequestWillBeSentEvent): void {
    this.counts.requests += 1;
    if (event.type !== 'Document' || event.frameId !== this.mainFrame) return;
    const from = event.redirectResponse;
    this.askedUrl = event.request.url;
    this.lastDocument = event.requestId;
    if (!from || this.redirects.length >= 50) return;
    const location = Object.entries(from.headers).find(([name]) => name.toLowerCase() === 'location')?.[1];
    this.redirects.push({ url: from.url, status: from.status, location: location ?? null });
  }

  private answered(event: Protocol.Network.ResponseReceivedEvent): void {
    if (event.type !== 'Document' || event.frameId !== this.mainFrame) return;
    const { url, status, statusText, headers, mimeType, protocol, securityDetails } = event.response;
    const tls = securityDetails ?? null;
    const answer = { url, status, statusText, headers, mediaType: mimeType, protocol: protocol ?? null, tls };
    this.answers.set(event.requestId, answer);
  }

  private count(bytes: number): void {
    const before = this.counts.decodedBytes;
    this.counts.decodedBytes += bytes;
    if (before <= this.bytesAllowed && this.counts.decodedBytes > this.bytesAllowed) this.onTooMuch();
  }
}
