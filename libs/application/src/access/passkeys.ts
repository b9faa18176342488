/** A passkey as the authenticator made it; `passkeyId` is its credential id in base64url. */
export interface NewPasskey {
  readonly passkeyId: string;
  readonly publicKey: Uint8Array;
  /** How often the authenticator says it was used; many always say 0. */
  readonly counter: number;
  readonly transports: readonly string[];
}

/** A passkey as a person knows it. */
export interface ShownPasskey {
  readonly passkeyId: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

/** Passkeys of people who may sign in; public keys only, so that a stolen table opens nothing. */
export abstract class Passkeys {
  abstract of(userId: string): Promise<readonly ShownPasskey[]>;
  /** The key and whose it is; nothing when that person may not sign in. */
  abstract find(passkeyId: string): Promise<(NewPasskey & { readonly userId: string }) | undefined>;
  /** Refuses with false a key that is known already. */
  abstract add(userId: string, passkey: NewPasskey, name: string): Promise<boolean>;
  /** Notes a use and what the authenticator counted; false when it counted no further than before (a copied key). */
  abstract noteUse(passkeyId: string, counter: number): Promise<boolean>;
}
