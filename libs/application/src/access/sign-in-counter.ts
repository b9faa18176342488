import type { TryKey } from '#domain/access/sign-in-tries.js';

/** Counts tries to prove who one is. */
export abstract class SignInCounter {
  /**
   * Counts a try before it is judged, so that many at once do not slip by; returns the seconds to wait, 0 when heard. A try
   * that must wait is not counted.
   */
  abstract count(keys: readonly TryKey[]): Promise<number>;
  /** Takes a try that was right out of its counts; those of one person alone go back to nothing. */
  abstract forget(keys: readonly TryKey[]): Promise<void>;
}
