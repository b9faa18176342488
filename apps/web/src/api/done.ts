import type { Response } from 'express';

/**
 * Answers a change with where the thing stands, and nothing else: an answer without content can be given again, word for
 * word, to a program that sends the same change twice (RFC 9110, 15.3).
 */
export function made(response: Response, at: string): void {
  response.status(201).location(at).end();
}

/** The same for a thing that was there already. */
export function changed(response: Response, at: string): void {
  response.status(204).location(at).end();
}
