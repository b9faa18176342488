import type { Doubt } from './doubts.js';

/** How this desk signs in to the interfaces of platforms. */
export interface ApiAccess {
  /** Token of our account on each Mastodon instance, by the origin of the instance. */
  readonly mastodon: ReadonlyMap<string, string>;
  /** Absent where we have no account. */
  readonly bluesky?: { readonly service: string; readonly identifier: string; readonly password: string };
}

/** Tokens as they were read, with what is wrong with the text and what is doubtful about a token; none is ever repeated. */
export interface ReadTokens {
  readonly tokens: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
  readonly doubts: readonly Doubt[];
}

const EXAMPLE = 'write one line for each instance, "mastodon.example TOKEN"';

/** Reads lines of an instance and its token; `#` begins a remark. */
export function readTokens(name: string, text: string): ReadTokens {
  const tokens = new Map<string, string>();
  const problems: string[] = [];
  const doubts: Doubt[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const [instance, token, ...more] = raw.replace(/#.*$/, '').trim().split(/\s+/);
    if (!instance) return;
    const where = `${name}, line ${index + 1},`;
    const origin = originOf(instance);
    if (origin === null) return void problems.push(`${where} does not begin with a host; ${EXAMPLE}.`);
    if (!token || more.length > 0) return void problems.push(`${where} is not a host and one token; ${EXAMPLE}.`);
    if (!/^[\x21-\x7e]{1,500}$/.test(token)) return void problems.push(`${where} holds no token; ${EXAMPLE}.`);
    if (tokens.has(origin))
      return void problems.push(`${where} names an instance a second time; keep one line for it.`);
    if (token.length < 20)
      doubts.push({ says: `${where} holds a token shorter than 20 signs; ${ANOTHER}`, grave: true });
    tokens.set(origin, token);
  });
  return { tokens, problems, doubts };
}

const ANOTHER = 'make a new one on that instance.';

/** The origin of a server: `host` or `https://host`; plain http on this machine only. Null for what is none. */
export function originOf(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin, pathname, username, search } = new URL(address);
  if (pathname !== '/' || username !== '' || search !== '') return null;
  if (protocol === 'http:') return NEAR.test(hostname) ? origin : null;
  return hostname.includes('.') || NEAR.test(hostname) ? origin : null;
}

const NEAR = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;
