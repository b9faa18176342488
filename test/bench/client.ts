import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';

/** What the client is to fetch, over connections that stay open; of several paths and cookies each comes in turn. */
export interface Errand {
  readonly port: number;
  readonly path: string | readonly string[];
  readonly cookie: string | readonly string[];
  readonly requests: number;
  /** How many at once; four where nothing is said. */
  readonly atOnce?: number;
}

const CONNECTIONS = 4;

/** A browser-like client in a process of its own, so that what it costs is not counted with the server. */
export class Client {
  private constructor(private readonly child: ChildProcess) {}

  static start(): Client {
    return new Client(fork(fileURLToPath(import.meta.url), [], { execArgv: [] }));
  }

  /** Resolves when every answer has come; an answer that is not 200 is an error. */
  async fetch(errand: Errand): Promise<void> {
    this.child.send(errand);
    const [trouble] = (await once(this.child, 'message')) as [string];
    if (trouble !== '') throw new Error(trouble);
  }

  stop(): void {
    this.child.disconnect();
  }
}

async function run({ requests, atOnce = CONNECTIONS, ...page }: Errand, agent: Agent): Promise<void> {
  let asked = 0;
  const [paths, cookies] = [[page.path].flat(), [page.cookie].flat()];
  const connection = async (cookie: string): Promise<void> => {
    while (asked < requests) await answer({ port: page.port, path: paths[asked++ % paths.length]!, cookie }, agent);
  };
  await Promise.all(Array.from({ length: atOnce }, (_, n) => connection(cookies[n % cookies.length]!)));
}

interface One {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
}

function answer({ port, path, cookie }: One, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, host: 'localhost' };
    get({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
      response.resume().once('end', resolve);
    }).once('error', reject);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const agent = new Agent({ keepAlive: true });
  process.on('message', (errand: Errand) => {
    run(errand, agent).then(
      () => process.send?.(''),
      (error: Error) => process.send?.(error.message),
    );
  });
  process.once('disconnect', () => process.exit(0));
}
