import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { freePort } from '#adapters/postgres/embedded/connection.js';
import { projectPath } from '#adapters/settings/project.js';

/** The real pages and the real worker in processes of their own; all they say and all that shows of them is kept. */
export class WatchedDesk {
  readonly said = { web: '', worker: '' };
  /** Command lines of every process on this machine, as anybody may read them. */
  readonly commandLines = new Set<string>();
  /** What lay in the desk's folder when it closed. */
  files = '';
  private readonly folder = mkdtempSync(join(tmpdir(), 'seinpost-watched-'));
  private readonly children: ChildProcess[] = [];

  private constructor(
    readonly address: string,
    readonly mailPort: number,
    private readonly line: Line,
  ) {}

  /** `env` is what both get besides; each reaches the database under its own role, the web over a line that can be cut. */
  static async open(ownersAddress: string, env: Readonly<Record<string, string>>): Promise<WatchedDesk> {
    const [port, mailPort] = [await freePort(), await freePort()];
    const line = await Line.to(new URL(ownersAddress));
    const desk = new WatchedDesk(`http://localhost:${port}`, mailPort, line);
    const ours = {
      SEINPOST_PORT: String(port),
      SEINPOST_MAIL_PORT: String(mailPort),
      SEINPOST_VAR: desk.folder,
      ...env,
    };
    const web = line.over(addressFor('web', ownersAddress));
    await Promise.all([
      desk.start('web', { ...ours, DATABASE_URL: web }),
      desk.start('worker', { ...ours, DATABASE_URL: addressFor('worker', ownersAddress) }),
    ]);
    desk.look();
    return desk;
  }

  private start(name: 'web' | 'worker', env: Record<string, string>): Promise<void> {
    const program = projectPath('dist', 'apps', name, 'src', 'main.js');
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.children.push(child);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece) => (this.said[name] += String(piece)));
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () => reject(new Error(`the ${name} ended: ${this.said[name]}`)));
    });
  }

  /** Reads the command lines once more. */
  look(): void {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
      try {
        this.commandLines.add(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
      } catch {
        // it has ended since
      }
    }
  }

  cutDatabase(): void {
    this.line.cut();
  }

  private readFiles(): string {
    const files = readdirSync(this.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    return files.map((file) => `${file.name}\n${readFileSync(join(file.parentPath, file.name), 'latin1')}`).join('\n');
  }

  async close(): Promise<void> {
    const gone = this.children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of this.children) child.kill('SIGTERM');
    await Promise.all(gone);
    this.line.cut();
    this.files = this.readFiles();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A way to the database that can be cut while somebody uses it. */
class Line {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to(database: URL): Promise<Line> {
    const server = createServer((near) => {
      const far = connect(Number(database.port), database.hostname);
      for (const socket of [near, far]) socket.on('error', () => [near, far].forEach((each) => each.destroy()));
      for (const socket of [near, far]) line.sockets.add(socket);
      near.pipe(far).pipe(near);
    });
    const line = new Line(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  over(address: string): string {
    return Object.assign(new URL(address), { port: String((this.server.address() as AddressInfo).port) }).href;
  }

  cut(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}
