import type { ChannelKind, LetterLanguage } from './codes.js';
import type { NotReportable, Scope } from './scope.js';
import type { WithdrawalReason } from './withdrawal-reason.js';

/** What a caseworker looks for before anything else: somebody's life may depend on it. */
export const DANGERS = ['none', 'threat-to-life', 'suicidal'] as const;
export type Danger = (typeof DANGERS)[number];

/** What can be seen: it decides what is suggested, and whether anything may be looked at or kept at all (law.md §4.7). */
export const IMAGERIES = ['none', 'person', 'sexual-adult', 'sexual-minor'] as const;
export type Imagery = (typeof IMAGERIES)[number];

/** What may be told of the person affected, and no more. */
export const SHARED_FIELDS = ['name', 'username', 'age', 'features'] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

/** What came of a report that the person affected made themselves. */
export const OWN_REPORTS = ['unknown', 'not-made', 'no-answer', 'refused', 'removed'] as const;
export type OwnReport = (typeof OWN_REPORTS)[number];

/** A datum of the person affected that a named person ticked for the letter of this notice (design.md §3, promise 7). */
export interface SharedDatum {
  readonly field: SharedField;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** A person's word that a channel nobody has verified may be used for this notice. */
export interface ChannelWord {
  readonly kind: ChannelKind;
  readonly address: string;
  readonly by: string;
  readonly at: string;
}

/** A file that a named person let go along with the notice. */
export interface EnclosedFile {
  readonly digest: string;
  readonly name: string;
  readonly by: string;
  readonly at: string;
}

/** A person's word that they saw to whoever is in danger before going on with the notice. */
export interface Heeded {
  readonly by: string;
  readonly at: string;
  /** Id of the supervisor they told; absent where they told nobody yet. */
  readonly told?: string;
}

/** How one notice comes from another: written from it, split off from it, or written again on what it asked. */
export const ARISINGS = ['copy', 'split', 'follow-up'] as const;
export type Arising = (typeof ARISINGS)[number];

/** The notice that another came from, as it stood then. */
export interface Arose {
  readonly as: Arising;
  /** Id of that notice. */
  readonly from: string;
  readonly reference: string;
  /** ISO instant at which that one left; null where it had not. */
  readonly sentAt: string | null;
}

/** That a matter cannot be reported under the DSA, as a named person recorded it; it is counted by its reason. */
export interface SetAside {
  readonly because: NotReportable;
  readonly by: string;
  readonly at: string;
}

/** What a caseworker answers on the way to a letter, beside what the letter says. */
export interface NoticeAnswers {
  /** Null while nobody has looked. */
  readonly danger: Danger | null;
  /** Absent while nobody said that they saw to the danger. */
  readonly heeded?: Heeded;
  readonly scope: Scope | null;
  /** Absent while nobody asked; `sexual-minor` also where the age is not known. */
  readonly imagery?: Imagery;
  /** Name and e-mail address stay out of the letter where every ground allows it (Art. 16(2)(c) DSA). */
  readonly withoutName?: boolean;
  /** Absent but for what was recorded as not reportable. */
  readonly setAside?: SetAside;
  /** How freedom of expression was weighed; empty while it was not. */
  readonly expression: string;
  readonly shared: readonly SharedDatum[];
  /** What came of their own report, and on which day (ISO) it was made; absent while nobody asked. */
  readonly ownReport?: { readonly result: OwnReport; readonly on: string | null };
  /** The second language of the letter, where it has one. */
  readonly alsoIn: LetterLanguage | null;
  readonly channelWord: ChannelWord | null;
  /** Which channel, where the platform has several of a kind; empty for an interface without an address of its own. */
  readonly channelAddress?: string;
  /** Why it was or is to be withdrawn; absent where nobody does. */
  readonly withdrawal?: WithdrawalReason;
  /** The notice it came from; absent where it came from none. */
  readonly arose?: Arose;
  /** Files that go along with the letter, each ticked by somebody; absent while nobody looked at the evidence. */
  readonly enclosed?: readonly EnclosedFile[];
}

/** A notice of which nothing was asked yet, or that was taken over from before anybody asked. */
export const UNANSWERED: NoticeAnswers = {
  danger: null,
  scope: null,
  expression: '',
  shared: [],
  alsoIn: null,
  channelWord: null,
};

/** Somebody's life or safety is at stake (Art. 18 DSA): the letter says so, and the case is marked. */
export const endangersLife = ({ danger }: NoticeAnswers): boolean => danger !== null && danger !== 'none';

/** Nobody goes on with a notice before they saw to whoever is in danger. */
export const isStopped = (answers: NoticeAnswers): boolean => endangersLife(answers) && answers.heeded === undefined;

/** The answers with what was said of danger; another danger must be seen to anew. */
export function withDanger({ heeded, ...answers }: NoticeAnswers, danger: Danger): NoticeAnswers {
  return { ...answers, danger, ...(heeded && danger === answers.danger ? { heeded } : {}) };
}

/**
 * The answers once the notice turns to another platform: which service it is, what was ticked for the one before and what
 * was written to it are asked anew. What was a follow-up there is a copy here: nobody wrote to this platform before.
 */
export function ofAnotherPlatform({ arose, ...answers }: NoticeAnswers): NoticeAnswers {
  const { channelAddress: _address, enclosed: _files, ownReport: _report, ...kept } = answers;
  const from = arose && { arose: arose.as === 'follow-up' ? ({ ...arose, as: 'copy' } as const) : arose };
  return { ...kept, shared: [], channelWord: null, scope: null, ...from };
}

/** What can be seen where the matter is the hotline's: an image that may be of a minor is never kept. */
export const FOR_HOTLINE: Imagery = 'sexual-minor';

/** A sexual image of somebody who may be under 18 is for the hotline: nothing is captured and nothing described. */
export const isForHotline = ({ imagery }: NoticeAnswers): boolean => imagery === FOR_HOTLINE;

/** The grounds that may not stand beside a sexual image of somebody who may be under 18: each asks for a description of it. */
export const strangeToHotline = <T extends { readonly csamException: boolean }>(
  answers: NoticeAnswers,
  grounds: readonly T[],
): readonly T[] => (isForHotline(answers) ? grounds.filter(({ csamException }) => !csamException) : []);

/** Art. 16(2)(c) DSA: name and e-mail address stay out where somebody asked so and every ground relied on allows it. */
export const isNameWithheld = (
  { withoutName }: NoticeAnswers,
  grounds: readonly { readonly csamException: boolean }[],
): boolean => withoutName === true && grounds.every(({ csamException }) => csamException);

/** Freedom of expression was weighed (Art. 10 ECHR); of sexual abuse of children there is nothing to weigh. */
export const isExpressionWeighed = (answers: NoticeAnswers): boolean =>
  isForHotline(answers) || answers.expression.trim() !== '';
