import { isMinor, type AgeBand, type MandateKind } from '../case/case-file.js';
import type { MandateStanding } from '../case/mandate.js';
import type { LetterClaims } from '../correspondence/letter.js';
import type { LegalGround } from '../ground/legal-ground.js';
import { channelLimits, channelOf, hasWord, needsWord, speaks } from '../provider/choose-channel.js';
import { wantsPersonConcerned } from '../provider/first-person-report.js';
import type { Channel, Platform } from '../provider/platform.js';
import { standingElsewhere } from '../provider/standing-elsewhere.js';
import type { Blocker } from './blockers.js';
import { contradictsAge } from './minor-in-case.js';
import { strangeToHotline } from './notice-answers.js';
import type { Notice } from './notice.js';

/** What stands around a notice and changes without it: its platform, its grounds, and how the mandate of its case stands. */
export interface Surroundings {
  /** Null while none was chosen. */
  readonly platform: Platform | null;
  /** All platforms of the register, by which an address is recognised. */
  readonly known: readonly Platform[];
  readonly grounds: readonly LegalGround[];
  readonly mandate: MandateStanding;
  /** On what authority the case says that we speak for the person affected. */
  readonly speaksBy: MandateKind;
  /** What the case knows of the age of the person affected. */
  readonly ageBand: AgeBand;
}

/** Grounds on which somebody in particular is wronged, so that a platform may ask on whose behalf we write. */
const SOMEBODYS = ['person-concerned', 'author', 'relatives'];

/**
 * Whether the platform demands to know on whose behalf we write: it takes such reports from the person concerned or who
 * represents them (law.md §2.5). Anybody may notify (Art. 16(1) DSA), so having no mandate is no obstacle; claiming one is.
 */
export const demandsMandate = ({ platform, grounds }: Pick<Surroundings, 'platform' | 'grounds'>): boolean =>
  platform !== null &&
  wantsPersonConcerned(platform) &&
  grounds.some(({ mandateRule }) => SOMEBODYS.includes(mandateRule));

/** The authority a letter states: only a valid one, and only where the platform demands it. */
const mandateSaid = (around: Surroundings): Exclude<MandateKind, 'none'> | null =>
  around.speaksBy !== 'none' && around.mandate.kind === 'valid' && demandsMandate(around) ? around.speaksBy : null;

/**
 * Whether a letter may let on that it concerns a minor: the case says so, and a named person ticked the age for this
 * notice. That somebody is a child is itself a datum of theirs (design.md §3, promise 7).
 */
const minorSaid = ({ content }: Pick<Notice, 'content'>, { ageBand }: Pick<Surroundings, 'ageBand'>): boolean =>
  isMinor(ageBand) && content.answers.shared.some(({ field }) => field === 'age');

/** What a letter of this notice may claim as things stand. */
export const claimsNow = (notice: Pick<Notice, 'content'>, around: Surroundings): LetterClaims => ({
  mandate: mandateSaid(around),
  concernsMinor: minorSaid(notice, around),
});

type Check = readonly [Blocker, (channel: Channel, notice: Notice) => boolean];

const OF_THE_CHANNEL: readonly Check[] = [
  ['channel-unverified', (channel, { content }) => needsWord(channel) && !hasWord(channel, content.answers)],
  ['channel-language', (channel, { content }) => !speaks(channel, content)],
  ['channel-limits', (channel, notice) => channelLimits(channel, notice).some(({ limit }) => limit !== 'language')],
];

/** What stands in the way outside the notice itself; a platform or channel that was not chosen is its own blocker. */
export function blockersAround(notice: Notice, around: Surroundings): Blocker[] {
  const { platform, mandate, grounds } = around;
  const own: Blocker[] = strangeToHotline(notice.content.answers, grounds).length > 0 ? ['hotline-ground'] : [];
  if (contradictsAge(notice.content.answers, around.ageBand)) own.push('minor-in-case');
  return [
    ...own,
    ...placeBlockers(notice, around),
    ...channelBlockers(notice, platform),
    ...mandateBlockers(around, mandate),
  ];
}

/** A company is told only of what stands with itself. */
const placeBlockers = ({ items }: Notice, { platform, known }: Surroundings): Blocker[] =>
  platform !== null && standingElsewhere(items, platform, known).length > 0 ? ['address-elsewhere'] : [];

function channelBlockers(notice: Notice, platform: Platform | null): Blocker[] {
  if (platform === null || notice.content.channel === null) return [];
  const channel = channelOf(platform, notice.content);
  if (channel === undefined) return ['channel-unusable'];
  return OF_THE_CHANNEL.filter(([, stands]) => stands(channel, notice)).map(([blocker]) => blocker);
}

const mandateBlockers = (around: Surroundings, { kind }: MandateStanding): Blocker[] =>
  kind === 'ended' && demandsMandate(around) ? ['mandate-ended'] : [];
