import type { Request } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import type { DeskLanguage } from '#domain/access/preference.js';

/** A request as the desk's pages see it, after the gate has looked at it. */
export interface DeskRequest extends Request {
  /** Who is behind it; absent when nobody signed in. */
  person?: SignedIn;
  /** The secret of the browser's cookie; made for a visitor who has none, so that forms can be tied to it. */
  secret: string;
  language: DeskLanguage;
}
