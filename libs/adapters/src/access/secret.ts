import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits, written so that it fits in an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: a stolen table opens nothing (SHA-256 suffices for 256 random bits). */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
