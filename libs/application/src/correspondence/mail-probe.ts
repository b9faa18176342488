/** The two ways of mail that somebody else's server serves. */
export const MAIL_WAYS = ['smtp', 'imap'] as const;
export type MailWay = (typeof MAIL_WAYS)[number];

/** A mail server as the settings name it; of the password only whether there is one. */
export interface MailPlace {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string | null;
  readonly hasPassword: boolean;
  /** The folder that is read; null for a server that takes mail. */
  readonly folder: string | null;
}

/** How a try ended: all went well, or what was in the way. */
export const PROBE_ENDS = [
  'fine',
  'not-set',
  'not-loopback',
  'no-name',
  'refused',
  'silent',
  'tls',
  'sign-in',
  'no-folder',
  'other',
] as const;
export type ProbeEnd = (typeof PROBE_ENDS)[number];

/** Tries the mail servers of the settings as the worker would, sending and changing nothing. */
export abstract class MailProbe {
  abstract place(way: MailWay): MailPlace | null;
  /** Connects, signs in and, for IMAP, opens the folder; answers within ten seconds. */
  abstract try(way: MailWay): Promise<ProbeEnd>;
}
