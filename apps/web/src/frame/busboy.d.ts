/** What the desk uses of busboy, which takes forms with files apart (RFC 7578) as they come. */
declare module 'busboy' {
  import type { IncomingHttpHeaders } from 'node:http';
  import type { Readable, Writable } from 'node:stream';

  interface Limits {
    readonly fieldNameSize?: number;
    readonly fieldSize?: number;
    readonly fields?: number;
    readonly files?: number;
    readonly parts?: number;
    readonly headerPairs?: number;
  }

  interface Parts extends Writable {
    on(event: 'field', heard: (name: string, value: string) => void): this;
    on(event: 'file', heard: (field: string, bytes: Readable, about: { readonly filename?: string }) => void): this;
    on(event: 'fieldsLimit' | 'filesLimit' | 'partsLimit' | 'close' | 'drain', heard: () => void): this;
    on(event: 'error', heard: (error: Error) => void): this;
  }

  export default function busboy(form: {
    readonly headers: IncomingHttpHeaders;
    readonly limits: Limits;
    readonly defParamCharset: 'utf8';
  }): Parts;
}
