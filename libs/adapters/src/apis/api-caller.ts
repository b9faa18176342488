import type { InstallationKind } from '#domain/access/organisation.js';
import { Line, type Answered, type Asked } from './line.js';
import { wayTo } from './way-to.js';

/** How long we wait, in milliseconds: for the line, and for everything together, so that a drip holds nobody up. */
export interface Patience {
  readonly connecting: number;
  readonly whole: number;
}

const PATIENCE: Patience = { connecting: 10_000, whole: 60_000 };

/** Reaches servers under the rules of this desk. */
export class ApiCaller {
  /** `kind` says whether this is a practice desk; `trust` is a certificate to trust beside the usual ones, for tests. */
  constructor(
    private readonly kind: () => Promise<InstallationKind>,
    private readonly patience: Patience = PATIENCE,
    private readonly trust?: string,
  ) {}

  /** An open line to an origin; it breaks by itself when our patience is over. Refuses as `wayTo` does. */
  async open(origin: string, signal: AbortSignal = NEVER): Promise<Line> {
    const way = await wayTo(origin, await this.kind());
    const { connecting, whole } = this.patience;
    const whenConnected = new AbortController();
    const slow = setTimeout(() => whenConnected.abort(new DOMException('connecting', 'TimeoutError')), connecting);
    try {
      return await Line.open(
        way,
        AbortSignal.any([signal, AbortSignal.timeout(whole), whenConnected.signal]),
        this.trust,
      );
    } finally {
      clearTimeout(slow);
    }
  }

  /** One question and its answer. */
  async ask(origin: string, asked: Asked, signal?: AbortSignal): Promise<Answered> {
    const line = await this.open(origin, signal);
    return line.ask(asked);
  }
}

const NEVER = new AbortController().signal;
