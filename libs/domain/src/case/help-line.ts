import type { Confidence } from '../provider/platform.js';

/** Whom a country has for what a desk meets: danger now, thoughts of suicide, a crime, child sexual abuse material. */
export const HELP_KINDS = ['emergency', 'suicide', 'police', 'hotline'] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

/** Where help is to be had in the organisation's country, as its data pack says it. */
export interface HelpLine {
  readonly code: HelpKind;
  readonly nameNl: string;
  readonly nameEn: string;
  /** The number to call; empty where it is reached otherwise. */
  readonly number: string;
  /** How to reach it, as a sentence without its full stop; it names the number. */
  readonly reachNl: string;
  readonly reachEn: string;
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
}

/** The lines of these kinds, in the order asked for; a kind the country does not have is left out. */
export const linesFor = (kinds: readonly HelpKind[], lines: readonly HelpLine[]): HelpLine[] =>
  kinds.flatMap((kind) => lines.filter(({ code }) => code === kind));
