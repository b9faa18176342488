import type { ChannelKind } from '../notice/codes.js';

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
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
}

/** One way to bring a notice to a platform. */
export interface Channel {
  readonly kind: ChannelKind;
  /** Mail address or form address; null where nobody has found it yet. */
  readonly address: string | null;
  readonly languages: readonly string[];
  /** The day somebody saw it work; null means it needs a person's word before use. */
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
  readonly note: string;
}

/** A service that stores and spreads information, as people know it. */
export interface Platform {
  readonly code: string;
  readonly providerCode: string;
  readonly name: string;
  readonly kind: string;
  readonly vlop: string | null;
  /** Host names (with port where it matters) whose addresses belong to it. */
  readonly hosts: readonly string[];
  readonly channels: readonly Channel[];
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
}

/** The mail address for notices that somebody has seen work, or null; one nobody verified is shown but never written to. */
export const mailChannelOf = (platform: Platform): Channel | null =>
  platform.channels.find(
    ({ kind, address, verifiedOn }) => kind === 'email' && address !== null && verifiedOn !== null,
  ) ?? null;

/** The make-believe platform of a practice desk; a live desk knows its code and never writes to it. */
export const PRACTICE_PLATFORM = 'practice';
