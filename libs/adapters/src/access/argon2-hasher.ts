import { argon2, createHash, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyRing } from '#application/access/key-ring.js';
import { PasswordHasher } from '#application/access/password-hasher.js';

const derive = promisify(argon2);

/** What makes a hash slow: memory in KiB, passes over it, lanes beside each other. */
export interface Strength {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Argon2id (RFC 9106): 64 MiB, three passes, one lane; above OWASP's least of 19 MiB × 2 (docs/decisions on sign-in). */
export const STANDARD: Strength = { memory: 65_536, passes: 3, lanes: 1 };

/** A stored hash taken apart: the PHC string format, `keyid` naming the pepper it was made with. */
const STORED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)(?:,keyid=([\w+/]+))?\$([^$]+)\$([^$]+)$/;

interface Peppered {
  readonly pepper: Uint8Array | undefined;
  /** How hashes of this strength and pepper begin. */
  readonly opening: string;
  /** Compared with when there is no hash, so that an unknown person takes as long as a known one. */
  readonly nobody: string;
}

/**
 * Node's own Argon2id. The pepper is a key that no database holds (RFC 9106's secret value): hashes from a stolen database
 * cannot be tried without it. Hashes made without a pepper, or weaker, still match and are outdated.
 */
export class Argon2Hasher extends PasswordHasher {
  private made: Peppered | undefined;

  /** The pepper is asked for with the first password: a desk without its key is refused once it stands, not half built. */
  constructor(
    private readonly strength: Strength = STANDARD,
    private readonly pepperOf: () => Uint8Array | undefined = () => undefined,
  ) {
    super();
  }

  async hash(password: string): Promise<string> {
    const nonce = randomBytes(16);
    const { pepper: secret, opening } = this.peppered;
    const recipe = { nonce, tagLength: 32, ...this.strength, secret };
    return `${opening}${encode(nonce)}$${encode(await derive('argon2id', parameters(password, recipe)))}`;
  }

  async matches(password: string, hash: string | null): Promise<boolean> {
    const { pepper, nobody } = this.peppered;
    const parts = STORED.exec(hash ?? nobody);
    if (!parts) throw new Error('a stored password hash is not in the PHC format of Argon2id');
    const [memory = 0, passes = 0, lanes = 0] = parts.slice(1, 4).map(Number);
    const [nonce, expected] = [Buffer.from(parts[5] ?? '', 'base64'), Buffer.from(parts[6] ?? '', 'base64')];
    const secret = parts[4] === undefined ? undefined : pepper;
    const recipe = { nonce, tagLength: expected.length, memory, passes, lanes, secret };
    const tag = await derive('argon2id', parameters(password, recipe));
    return timingSafeEqual(tag, expected) && hash !== null;
  }

  isOutdated(hash: string): boolean {
    return !hash.startsWith(this.peppered.opening);
  }

  private get peppered(): Peppered {
    return (this.made ??= withPepper(this.pepperOf(), this.strength));
  }
}

/** The hasher of a desk, with the pepper of its key ring. */
export const deskHasher = (keys: KeyRing): Argon2Hasher =>
  new Argon2Hasher(STANDARD, () => keys.derive('password-pepper'));

function withPepper(pepper: Uint8Array | undefined, { memory, passes, lanes }: Strength): Peppered {
  const key = pepper ? `,keyid=${encode(createHash('sha256').update(pepper).digest().subarray(0, 6))}` : '';
  const opening = `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}${key}$`;
  return { pepper, opening, nobody: `${opening}${encode(randomBytes(16))}$${encode(randomBytes(32))}` };
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** NFKC, so that the same password typed on another keyboard is the same password. */
const parameters = (
  password: string,
  recipe: Strength & { nonce: Buffer; tagLength: number; secret: Uint8Array | undefined },
): Argon2Parameters => ({
  message: password.normalize('NFKC'),
  nonce: recipe.nonce,
  tagLength: recipe.tagLength,
  memory: recipe.memory,
  passes: recipe.passes,
  parallelism: recipe.lanes,
  ...(recipe.secret && { secret: recipe.secret }),
});
