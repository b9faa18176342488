import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A mail as this server has it. */
export interface ImapMail {
  readonly uid: number;
  readonly bytes: Buffer;
  /** RFC 3501 date-time, e.g. `02-Nov-2026 10:00:00 +0100`. */
  readonly internalDate: string;
}

/** A small IMAP server (RFC 3501, as far as a reader of one folder needs it) that can misbehave as real ones do. */
export class ImapServer {
  uidValidity = 7;
  mails: ImapMail[] = [];
  /** Listed by SEARCH, never given by FETCH. */
  readonly withheld = new Set<number>();
  /** The line breaks in the middle of this mail, once. */
  breakIn: number | undefined;
  /** Refuses the password. */
  isLocked = false;
  logins = 0;
  /** Commands other than reading ones; there should never be any. */
  readonly changes: string[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => this.greet(socket));
  }

  static async open(): Promise<ImapServer> {
    const fake = new ImapServer();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** A mail arrives; whoever idles is told. */
  arrive(uid: number, text: string, internalDate = '02-Nov-2026 10:00:00 +0100'): Buffer {
    const bytes = Buffer.from(text);
    this.mails.push({ uid, bytes, internalDate });
    for (const socket of this.sockets) socket.write(`* ${this.mails.length} EXISTS\r\n`);
    return bytes;
  }

  drop(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  close(): Promise<void> {
    this.drop();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private greet(socket: Socket): void {
    this.sockets.add(socket);
    let rest = '';
    let idler = '';
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    socket.write('* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n');
    socket.on('data', (piece) => {
      const lines = (rest + String(piece)).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [tag = '', ...words] = line.split(' ');
        if (tag === 'DONE') socket.write(`${idler} OK\r\n`);
        else if (words[0]?.toUpperCase() === 'IDLE') socket.write('+ idling\r\n', () => (idler = tag));
        else this.answer(socket, tag, words.join(' '));
        if (words[0]?.toUpperCase() === 'IDLE') idler = tag;
      }
    });
  }

  private answer(socket: Socket, tag: string, command: string): void {
    const [verb = '', sub = ''] = command.toUpperCase().split(' ');
    const name = verb === 'UID' ? `UID ${sub}` : verb;
    if (name === 'LOGIN') this.logins += 1;
    if (name === 'LOGIN' && this.isLocked) return void socket.write(`${tag} NO [AUTHENTICATIONFAILED] no\r\n`);
    if (name === 'EXAMINE' || name === 'SELECT') socket.write(this.opened());
    if (name === 'UID SEARCH') socket.write(`* SEARCH ${this.found(command).join(' ')}\r\n`);
    if (name === 'UID FETCH' && !this.fetch(socket, command)) return;
    if (name === 'LIST') socket.write('* LIST (\\HasNoChildren) "/" INBOX\r\n');
    if (/^(SELECT|STORE|UID STORE|EXPUNGE|COPY|UID COPY|MOVE|UID MOVE|APPEND|DELETE)$/.test(name))
      this.changes.push(name);
    const how = name === 'EXAMINE' ? '[READ-ONLY] ' : '';
    socket.write(`${tag} OK ${how}done\r\n`);
  }

  private opened(): string {
    const next = Math.max(0, ...this.mails.map((mail) => mail.uid)) + 1;
    return `* ${this.mails.length} EXISTS\r\n* OK [UIDVALIDITY ${this.uidValidity}] x\r\n* OK [UIDNEXT ${next}] x\r\n`;
  }

  private found(command: string): number[] {
    const from = Number(/UID SEARCH UID (\d+):\*/i.exec(command)?.[1] ?? 1);
    const uids = this.mails.map((mail) => mail.uid);
    const last = Math.max(0, ...uids);
    return uids.filter((uid) => uid >= from || (from > last && uid === last));
  }

  /** False when the line broke on the way. */
  private fetch(socket: Socket, command: string): boolean {
    const asked = (/UID FETCH (\S+)/i.exec(command)?.[1] ?? '').split(',').flatMap((range) => {
      const [from = 0, to = from] = range.split(':').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
    for (const [index, mail] of this.mails.entries()) {
      if (!asked.includes(mail.uid) || this.withheld.has(mail.uid)) continue;
      const facts = `* ${index + 1} FETCH (UID ${mail.uid} INTERNALDATE "${mail.internalDate}" RFC822.SIZE ${mail.bytes.length}`;
      if (!/BODY/i.test(command)) socket.write(`${facts})\r\n`);
      else if (this.breakIn === mail.uid) return this.breakOff(socket, facts, mail);
      else
        socket.write(
          Buffer.concat([Buffer.from(`${facts} BODY[] {${mail.bytes.length}}\r\n`), mail.bytes, Buffer.from(')\r\n')]),
        );
    }
    return true;
  }

  private breakOff(socket: Socket, facts: string, { bytes }: ImapMail): boolean {
    this.breakIn = undefined;
    socket.write(`${facts} BODY[] {${bytes.length}}\r\n${String(bytes).slice(0, bytes.length / 2)}`, () =>
      socket.destroy(),
    );
    return false;
  }
}
