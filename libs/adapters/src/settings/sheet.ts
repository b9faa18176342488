import { readFileSync } from 'node:fs';
import { isMailAddress } from '#domain/correspondence/mail-address.js';
import { originOf, readTokens } from './api-access.js';
import { doubtAboutAddress, doubtAboutFile, doubtAboutPassword, type Doubt } from './doubts.js';
import { readKey } from './master-key.js';
import { SETTING_NAMES, type Name, type SettingName } from './setting-names.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads values one by one and gathers every problem, so that all are reported at once. */
export class Sheet {
  readonly problems: string[] = [];
  private readonly doubted = new Map<string, Doubt | undefined>();

  constructor(private readonly env: Environment) {}

  text(name: Name): string | undefined {
    const file = isSecret(name) ? this.env[`${name}_FILE`] : undefined;
    if (!file) return this.env[name]?.trim() || undefined;
    try {
      this.doubted.set(`${name}_FILE`, doubtAboutFile(name, file));
      return readFileSync(file, 'utf8').trim() || undefined;
    } catch {
      this.problems.push(`${name}_FILE names ${file}, which cannot be read; correct the path or its permissions.`);
      return undefined;
    }
  }

  /** Secrets that somebody could come by too easily, of what has been read so far. */
  get doubts(): readonly Doubt[] {
    return [...this.doubted.values()].filter((doubt) => doubt !== undefined);
  }

  /** A password that another server gave us. */
  password(name: Name): string | undefined {
    const password = this.text(name);
    this.doubted.set(name, password === undefined ? undefined : doubtAboutPassword(name, password));
    return password;
  }

  /** Tokens, each for the server it belongs to. */
  tokens(name: Name): ReadonlyMap<string, string> {
    const { tokens, problems, doubts } = readTokens(name, this.text(name) ?? '');
    this.problems.push(...problems);
    doubts.forEach((doubt, index) => this.doubted.set(`${name} ${index}`, doubt));
    return tokens;
  }

  /** The origin of a server that is only ever spoken to with TLS, but for one on this machine. */
  origin(name: Name, standard: string): string {
    const text = this.text(name) ?? standard;
    const origin = originOf(text);
    if (origin === null) this.problems.push(`${name} is no server; write its address, for example ${standard}.`);
    return origin ?? standard;
  }

  /** The address of a PostgreSQL. */
  database(name: Name): string | undefined {
    const address = this.url(name, ['postgres', 'postgresql']);
    this.doubted.set(name, address === undefined ? undefined : doubtAboutAddress(name, address));
    return address;
  }

  /** True when the variable is there at all, also when empty: an empty list is a choice. */
  has(name: Name): boolean {
    return this.env[name] !== undefined;
  }

  flag(name: Name, standard: boolean): boolean {
    const text = this.text(name);
    if (text === undefined) return standard;
    if (['1', 'true'].includes(text)) return true;
    if (!['0', 'false'].includes(text)) this.problems.push(`${name} is "${text}"; write 1 or 0.`);
    return false;
  }

  /** Mail addresses parted by commas. */
  addresses(name: Name): readonly string[] {
    const texts = (this.text(name) ?? '').split(',').map((text) => text.trim());
    const given = texts.filter((text) => text !== '');
    const wrong = given.find((text) => !isMailAddress(text));
    if (wrong !== undefined)
      this.problems.push(`${name} holds "${wrong}"; write addresses such as audit@desk.example.`);
    return given;
  }

  /** A TCP port; 0 lets the system choose a free one. */
  port(name: Name, standard: number): number {
    const text = this.text(name);
    if (text === undefined) return standard;
    if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text);
    this.problems.push(`${name} is "${text}"; write a port from 0 to 65535, for example ${standard}.`);
    return standard;
  }

  /** An address with one of the given schemes. The value is never repeated: it may hold a password. */
  url(name: Name, schemes: readonly string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const scheme = URL.canParse(text) && isDecodable(text) ? new URL(text).protocol.slice(0, -1) : undefined;
    if (scheme !== undefined && schemes.includes(scheme) && new URL(text).host !== '') return text;
    this.problems.push(`${name} is not an address that begins with ${schemes.map((s) => `${s}://`).join(' or ')}.`);
    return undefined;
  }

  /** A master key; what was given is never repeated. */
  key(name: Name): Uint8Array | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const read = readKey(text);
    if ('key' in read) return read.key;
    this.problems.push(`${name} ${read.problem}; give what "seinpost key new" prints.`);
    return undefined;
  }

  /** `host:port` pairs, lower case, separated by commas. */
  hosts(name: Name, standard: readonly string[]): readonly string[] {
    if (!this.has(name)) return standard;
    const hosts = (this.text(name) ?? '').split(',').flatMap((part) => part.trim().toLowerCase() || []);
    for (const host of hosts.filter((each) => !/^(\[[0-9a-f:.]+\]|[^\s:/]+):\d{1,5}$/.test(each))) {
      this.problems.push(`${name} holds "${host}"; write host:port, for example 127.0.0.1:3301.`);
    }
    return hosts;
  }
}

function isSecret(name: Name): boolean {
  return (SETTING_NAMES as readonly SettingName[]).some((setting) => setting.name === name && setting.secret === true);
}

/** A stray `%` in a password is no address: whoever reads it later would fail in words nobody understands. */
function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}
