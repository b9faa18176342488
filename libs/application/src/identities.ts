/** Things nobody can guess: ids of new things and tokens that stand in addresses. */
export abstract class Identities {
  /** A new UUID (version 7, so that rows lie in the order of their making). */
  abstract id(): string;
  /** 128 random bits as 32 hexadecimal digits. */
  abstract token(): string;
}
