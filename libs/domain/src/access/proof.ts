/**
 * Ways in which a person proves who they are, kept apart from who they are; single sign-on will be one more. `passkey`
 * always means with user verification: something they have and a fingerprint, face or pin.
 */
export const PROOFS = ['password', 'passkey', 'totp', 'recovery-code'] as const;
export type Proof = (typeof PROOFS)[number];

/** Proofs that count beside a password. */
const SECOND: readonly Proof[] = ['passkey', 'totp', 'recovery-code'];

/** Whether somebody has proven enough to work here: a passkey alone, else a password and one more (ASVS 6.3.3). */
export const isEnough = (proofs: readonly Proof[]): boolean =>
  proofs.includes('passkey') || (proofs.includes('password') && SECOND.some((proof) => proofs.includes(proof)));
