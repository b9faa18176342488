/** The secret of a person's authenticator app. */
export interface TotpSecret {
  /** 160 bits in base32, as apps take it. */
  readonly secret: string;
  /** The last step whose code was taken; only later ones count. */
  readonly lastStep: number;
}

/** Secrets of authenticator apps, kept sealed; one in use per person, and one proposed while they set a new app up. */
export abstract class TotpSecrets {
  abstract inUse(userId: string): Promise<TotpSecret | undefined>;
  abstract proposed(userId: string): Promise<TotpSecret | undefined>;
  /** Keeps a secret the person has yet to show a code of; replaces an earlier proposal. */
  abstract propose(userId: string, secret: string): Promise<void>;
}
