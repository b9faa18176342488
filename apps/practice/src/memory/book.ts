import type { AnswerKind, PostStanding } from '../scripts/answer-kind.js';
import type { Step } from '../scripts/scripts.js';

/** Something that asked for attention: a mail to notices@ or the web form, as the platform understood it. */
export interface ReceivedNotice {
  readonly number: number;
  readonly channel: 'email' | 'web-form';
  readonly receivedAt: string;
  readonly messageId: string;
  readonly envelopeFrom: string;
  readonly recipient: string;
  readonly from: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  /** Header lines as they came, for the mail system's own reports; at most 8 kB. */
  readonly headerLines: string;
  /** SHA-256 of the mail byte for byte as it came, in hexadecimal; absent for the web form. */
  readonly digest?: string;
  readonly reference: string | undefined;
  readonly urls: readonly string[];
  readonly ticket: string;
  readonly confirmToken: string;
  /** The number of the earlier notice with the same Message-ID: the desk sent something twice. */
  readonly repeats?: number;
  confirmedAt?: string;
  readonly followUps: FollowUp[];
}

/** A later mail in the same matter: an answer to our question, or a withdrawal. */
export interface FollowUp {
  readonly receivedAt: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly means: 'reply' | 'withdrawal';
}

/** A mail of ours, planned, sent or dropped. `dueAt` is an instant; without one it waits for somebody. */
export interface Answer {
  readonly id: string;
  readonly notice: number;
  readonly order: number;
  readonly kind: AnswerKind;
  readonly urls: readonly string[];
  readonly after: Step['after'];
  readonly waitsFor?: Step['waitsFor'];
  readonly unlessReplied?: true;
  /** A person who practises chose it: it is sent as chosen, whatever happened to the post. */
  readonly byHand?: true;
  dueAt: string | null;
  state: 'planned' | 'waiting' | 'sent' | 'dropped' | 'refused';
  attempts: number;
  sentAt?: string;
  subject?: string;
  messageId?: string;
  trouble?: string;
}

/** How a post stands, since when, and by which notice. */
export interface Standing {
  readonly standing: PostStanding;
  readonly since: string;
  readonly notice: number;
}

/** All the practice platform remembers. */
export interface Book {
  readonly version: 1;
  readonly notices: ReceivedNotice[];
  readonly answers: Answer[];
  posts: Record<string, Standing>;
}

export function emptyBook(): Book {
  return { version: 1, notices: [], answers: [], posts: {} };
}
