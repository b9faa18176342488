import { readPunycode } from './punycode.js';
import type { KnownHosts, KnownPattern } from './recognise-platform.js';

/** What makes an address look like one of a platform that it is not on. */
export type Likeness =
  'longer-name' | 'user-name' | 'foreign-letters' | 'similar-letters' | 'other-port' | 'name-in-host';

export interface LookAlike {
  readonly platform: string;
  readonly why: Likeness;
  /** The letters that are not what they seem, each with its number (`а U+0430`); empty where letters are not the trick. */
  readonly characters: readonly string[];
}

/** Letters of other scripts drawn like ours (a choice from Unicode's confusables.txt, those allowed in host names). */
const DRAWN_ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ...{ a: 'аαɑ', b: 'Ьв', c: 'сϲ', d: 'ԁ', e: 'еєҽ', f: 'ғ', g: 'ɡ', h: 'һн', i: 'іιıɩ', j: 'јϳ', k: 'кκ' },
    ...{ l: 'ӏł', m: 'м', n: 'пηո', o: 'оοօø', p: 'рρ', q: 'ԛ', r: 'гᴦ', s: 'ѕꜱ', t: 'тτ', u: 'υսц', v: 'νѵ' },
    ...{ w: 'ԝωա', x: 'хχ', y: 'уүγ', z: 'ᴢ' },
  }).flatMap(([plain, drawn]) => [...drawn].map((letter) => [letter, plain])),
);
/** Pairs and figures that are read as a letter. */
const READ_ALIKE: ReadonlyArray<readonly [string, string]> = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['0', 'o'],
  ['1', 'i'],
  ['l', 'i'],
  ['3', 'e'],
  ['5', 's'],
];
/** A shorter name of a platform stands in too many honest hosts. */
const LONG_ENOUGH = 6;

/** Finds hosts that pretend to be one of the register. */
export class LookAlikes {
  private readonly bySkeleton = new Map<string, string>();
  private readonly byName = new Map<string, string>();

  constructor(private readonly known: KnownHosts) {
    for (const [host, [pattern]] of known.all) {
      if (!pattern || pattern.port !== '') continue;
      this.bySkeleton.set(readAlike(host), pattern.code);
      const name = host.split('.').at(-2) ?? '';
      if (name.length >= LONG_ENOUGH && !this.byName.has(name)) this.byName.set(name, pattern.code);
    }
  }

  /** What the address pretends, or null; only for one that belongs to no platform. */
  of({ host, port, username }: { host: string; port: string; username: string }): LookAlike | null {
    const platform = this.known.all.get(host.startsWith('www.') ? host.slice(4) : host)?.[0];
    if (port !== '' && platform?.port === '' && platform.path === '') return plain(platform.code, 'other-port');
    const found = this.byUserName(username) ?? this.byLongerName(host) ?? this.byLetters(host) ?? this.byNameIn(host);
    return found === null || this.isUnderKnown(host) ? null : found;
  }

  /** Another service of a known site (`docs.google.com`) pretends nothing. */
  private isUnderKnown(host: string): boolean {
    const labels = host.split('.');
    return labels.some((_, from) => this.known.all.has(labels.slice(from).join('.')));
  }

  private byUserName(username: string): LookAlike | null {
    if (username === '') return null;
    const pretended = this.known.all.get(username.toLowerCase().replace(/^www\./, ''))?.[0];
    return pretended ? plain(pretended.code, 'user-name') : null;
  }

  /** `instagram.com.evil.example`, `instagram-com.example` */
  private byLongerName(host: string): LookAlike | null {
    const labels = host.split('.');
    const found = labels.map((label, from) => this.startsAt(labels, from) ?? this.dashed(label)).find(Boolean);
    return found ? plain(found.code, 'longer-name') : null;
  }

  private startsAt(labels: readonly string[], from: number): KnownPattern | undefined {
    const [first, second = '', third = ''] = labels.slice(from, from + 3);
    const pair = `${first}.${second}`;
    return (this.known.all.get(pair) ?? this.known.all.get(`${pair}.${third}`))?.[0];
  }

  private dashed(label: string): KnownPattern | undefined {
    if (!label.includes('-')) return undefined;
    return this.known.all.get(label.split('-').slice(-2).join('.'))?.[0];
  }

  private byLetters(host: string): LookAlike | null {
    const shown = host.includes('xn--') ? host.split('.').map(readPunycode).join('.') : host;
    for (
      let rest = readAlike(shown === host ? host : drawnAlike(shown));
      rest.includes('.');
      rest = rest.slice(rest.indexOf('.') + 1)
    ) {
      const platform = this.bySkeleton.get(rest);
      if (platform === undefined) continue;
      const foreign = [...new Set(shown)].filter((letter) => letter > '\x7f').map(numbered);
      return { platform, why: foreign.length > 0 ? 'foreign-letters' : 'similar-letters', characters: foreign };
    }
    return null;
  }

  private byNameIn(host: string): LookAlike | null {
    const parts = host.split(/[.-]/);
    const platform = parts.map((part) => this.byName.get(part)).find(Boolean);
    return platform === undefined ? null : plain(platform, 'name-in-host');
  }
}

const plain = (platform: string, why: Likeness): LookAlike => ({ platform, why, characters: [] });

/** As it looks: without accents, letters of other scripts as those of ours. */
const drawnAlike = (host: string): string =>
  [...host.normalize('NFKD').replace(/\p{M}/gu, '')].map((letter) => DRAWN_ALIKE[letter] ?? letter).join('');

const readAlike = (host: string): string =>
  READ_ALIKE.reduce((text, [pair, letter]) => (text.includes(pair) ? text.replaceAll(pair, letter) : text), host);

/** A character with its number, as a person can look it up: `а U+0430`; of one nobody sees, the number alone. */
export function numbered(character: string): string {
  const number = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u.test(character) ? number : `${character} ${number}`;
}
