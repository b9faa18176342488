import type { CookieOptions, Request, Response } from 'express';

/** `__Host-`: set by this host only, for the whole desk, never without Secure (browsers allow that on loopback http). */
export const SESSION_COOKIE = '__Host-seinpost';
/** Given to a browser that signed in wholly, so that tries of others never make its person wait. */
export const DEVICE_COOKIE = '__Host-seinpost-device';
export const LANGUAGE_COOKIE = '__Host-seinpost-language';

const ALWAYS: CookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };

/** The value of one cookie, or nothing; the first counts when a name comes twice. */
export function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function giveSession(response: Response, secret: string): void {
  response.cookie(SESSION_COOKIE, secret, ALWAYS);
}

export function takeSession(response: Response): void {
  response.clearCookie(SESSION_COOKIE, ALWAYS);
}

export function giveDevice(response: Response, secret: string): void {
  response.cookie(DEVICE_COOKIE, secret, { ...ALWAYS, maxAge: 180 * 24 * 3_600_000 });
}

export function giveLanguage(response: Response, language: string): void {
  response.cookie(LANGUAGE_COOKIE, language, { ...ALWAYS, maxAge: 365 * 24 * 3_600_000 });
}
