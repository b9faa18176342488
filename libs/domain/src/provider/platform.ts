import type { ChannelKind } from '../notice/codes.js';
import type { RegisterText } from './register-text.js';

/** How sure a fact of the reference data is: verified, partly, or general knowledge (law.md's marks V, P and K). */
export const CONFIDENCES = ['V', 'P', 'K'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The legal entity behind platforms, and whose coordinator watches over it. */
export interface Provider {
  readonly code: string;
  readonly legalEntity: string;
  /** ISO 3166 alpha-2 of its establishment in the Union; null where unknown. */
  readonly country: string | null;
  readonly coordinator: string | null;
  /** Micro or small, hence free of Art. 20-23 (Art. 19 DSA); null where unknown. */
  readonly section3Exempt: boolean | null;
  /** Who speaks for it in the Union (Art. 13); null where it is established there itself, or where nobody knows. */
  readonly representative: { readonly name: string; readonly country: string | null } | null;
  readonly contactPoints: readonly ContactPoint[];
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
}

/** What a mailbox or page that a provider publishes is for; none of these takes notices. */
export const CONTACT_PURPOSES = ['authorities', 'appeals', 'registration', 'enquiries', 'not-notices'] as const;

/** A contact point of a provider (Art. 11 and 12 DSA), kept so that nobody sends a notice there. */
export interface ContactPoint {
  readonly purpose: (typeof CONTACT_PURPOSES)[number];
  /** A mail address or the address of a page. */
  readonly address: string;
  readonly confidence: Confidence;
}

/** What a form may ask, in the words of no form in particular (law.md section 6, the union of their fields). */
export const FORM_FIELDS = [
  ...(['reporter-type', 'organisation', 'designation', 'contact-name', 'email', 'country', 'phone', 'role'] as const),
  ...(['urls', 'content-type', 'location', 'category', 'law', 'explanation', 'evidence', 'language'] as const),
  ...(['statement', 'signature', 'captcha', 'email-verification', 'user-name', 'server', 'search-terms'] as const),
  ...(['ip-address', 'indemnity', 'domain', 'prior-attempts'] as const),
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** One field of a form. */
export interface ChannelField {
  readonly field: FormField;
  /** Null where nobody has seen whether it may be left empty. */
  readonly required: boolean | null;
}

/** What a channel can take; null is what nobody has seen. */
export interface ChannelLimits {
  readonly maxUrls: number | null;
  readonly maxChars: number | null;
  readonly needsLogin: boolean | null;
  readonly needsCaptcha: boolean | null;
  readonly emailConfirmRequired: boolean | null;
  readonly acceptsAttachments: boolean | null;
}

/** What was found wrong with a channel, and by whom. */
export interface ChannelDefect {
  readonly what: RegisterText;
  /** ISO day; null where the source gives none. */
  readonly seenOn: string | null;
  readonly source: string;
}

/** Interfaces this desk knows how to speak to. */
export const CHANNEL_APIS = ['mastodon', 'bluesky'] as const;
export type ChannelApi = (typeof CHANNEL_APIS)[number];

/** One way to bring a notice to a platform. */
export interface Channel {
  readonly kind: ChannelKind;
  /** Which interface it is; null for every other kind, and for one nobody has built. */
  readonly api: ChannelApi | null;
  /** Mail address or form address; null where nobody has found it yet. */
  readonly address: string | null;
  readonly languages: readonly string[];
  /** The day somebody saw it work; null means it needs a person's word before use. */
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
  readonly note: RegisterText;
  /** The fields of its form in their own order; empty where nobody has seen the form. */
  readonly fields: readonly ChannelField[];
  readonly limits: ChannelLimits;
  readonly knownDefects: readonly ChannelDefect[];
  /** Categories and keywords (`STATEMENT_CATEGORY_…`, `KEYWORD_…`) it takes and no others; empty or absent: all. */
  readonly onlyFor?: readonly string[];
  /** The address of ours that the platform knows as the trusted flagger's; null where it does not ask, or was not told. */
  readonly senderAddress: string | null;
}

/** Whether a text can be a mail address of a provider; nothing in it that a reader could not see. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[\x21-\x3f\x41-\x7e]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z][a-z0-9-]*$/i.test(text);

/** Whether a text can be the address of a page: over https (or on this machine, to practise), nothing unseen in it. */
export const isPageAddress = (text: string): boolean =>
  text.length <= 2_000 && /^(?:https:\/\/|http:\/\/127\.0\.0\.1[:/])[\x21-\x7e]+$/.test(text) && URL.canParse(text);

/** How a trusted flagger is heard there, beside its channels. */
export const FLAGGER_ROUTES = ['onboarding', 'registration', 'programme', 'same-channels', 'none', 'unknown'] as const;
export interface TrustedFlaggerRoute {
  readonly route: (typeof FLAGGER_ROUTES)[number];
  /** Within how many hours it says it answers; null where it says nothing. */
  readonly answersWithinHours: number | null;
  readonly note: RegisterText;
  readonly confidence: Confidence;
}

/** Content about which a platform hears only the person concerned (or who may speak for them), in its own terms. */
export interface OnlyPersonConcerned {
  readonly about: RegisterText;
  readonly who: RegisterText;
  readonly confidence: Confidence;
}

/** Ways a person can use there that this desk cannot: a button in the app, a bot. */
export interface OtherWay {
  readonly kind: 'in-app' | 'bot';
  readonly address: string | null;
  readonly note: RegisterText;
}

/** What a service is to the law and to people. */
export const PLATFORM_KINDS = [
  ...(['online-platform', 'search-engine', 'hosting', 'marketplace', 'app-store', 'messaging', 'registrar'] as const),
] as const;

/** A service that stores and spreads information, as people know it. */
export interface Platform {
  readonly code: string;
  readonly providerCode: string;
  readonly name: string;
  readonly kind: string;
  readonly vlop: string | null;
  /** ISO days between which it was designated as very large; null where the source gives none. */
  readonly designatedOn: string | null;
  readonly designatedUntil: string | null;
  /** Monthly users in the Union as it says itself, in millions; null where the source gives none. */
  readonly millionUsers: number | null;
  /** Host names (with port where it matters) whose addresses belong to it. */
  readonly hosts: readonly string[];
  readonly channels: readonly Channel[];
  readonly otherWays: readonly OtherWay[];
  readonly trustedFlagger: TrustedFlaggerRoute;
  readonly onlyPersonConcerned: readonly OnlyPersonConcerned[];
  /** How its receipts and decisions come, in a sentence; empty where nobody knows. */
  readonly replies: RegisterText;
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
}

/** The make-believe platform of a practice desk; a live desk knows its code and never writes to it. */
export const PRACTICE_PLATFORM = 'practice';
