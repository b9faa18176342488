import type { Request } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import type { Scope } from '#domain/access/scope.js';
import type { Confidentiality } from '#domain/case/case-file.js';
import type { ComingFiles } from './coming-files.js';
import type { DeskLanguage } from '#domain/access/preference.js';

/** A request as the desk's pages see it, after the gate has looked at it. */
export interface DeskRequest extends Request {
  /** Who is behind it, wholly signed in; absent otherwise. */
  person?: SignedIn;
  /** Whose password was right while their second step is still to come; never beside `person`. */
  half?: SignedIn;
  /** True when the person proved who they are so lately that they may change how they prove it. */
  provedLately?: boolean;
  /** What the token of a program lends; absent for a person at the desk. */
  scopes?: readonly Scope[];
  /** The secret of the browser's cookie; made for a visitor who has none, so that forms can be tied to it. */
  secret: string;
  language: DeskLanguage;
  /** The files of the form, as they come; absent where a form brought none. */
  files?: ComingFiles;
  /** Who may see what the page is about; absent where it is about no case. */
  confidentiality?: Confidentiality | undefined;
}
