/** Counts wrong tries to sign in, per account together with the address they come from. */
export abstract class SignInCounter {
  /** Counts a try before it is judged, so that many at once do not slip by; returns the seconds to wait, 0 when heard. */
  abstract count(email: string, address: string): Promise<number>;
  /** Forgets the tries after a right one. */
  abstract forget(email: string, address: string): Promise<void>;
}
