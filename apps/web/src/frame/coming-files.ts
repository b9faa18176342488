import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A file of a form, while it comes in. */
interface Coming {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The files of a form in the order in which they come; a next one comes only once the one before it was read. */
export class ComingFiles implements AsyncIterable<Coming> {
  private readonly waiting: { name: string; stream: Readable }[] = [];
  private current: Readable | null = null;
  private over = false;
  private fault: Error | null = null;
  private wake: () => void = () => undefined;

  add(name: string, stream: Readable): void {
    this.waiting.push({ name, stream });
    this.wake();
  }

  /** No more come: the form is over, or its sender is gone. */
  end(fault: Error | null = null): void {
    this.over = true;
    this.fault ??= fault;
    if (fault) for (const stream of [this.current, ...this.waiting.map((one) => one.stream)]) stream?.destroy(fault);
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Coming> {
    for (;;) {
      const next = this.waiting.shift();
      if (next) {
        this.current = next.stream;
        yield { name: next.name, bytes: wholeOf(next.stream) };
        await passedOver(next.stream);
      } else if (this.fault) throw this.fault;
      else if (this.over) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/** Leaves the stream open where a reader stops: the form goes on behind it. */
const wholeOf = (stream: Readable): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>,
});

/** What nobody wanted to read of a file is let go, so that what follows it can come. */
async function passedOver(stream: Readable): Promise<void> {
  if (stream.readableEnded || stream.destroyed) return;
  stream.resume();
  await once(stream, 'close');
}
