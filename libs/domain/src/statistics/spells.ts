import type { Notice } from '../notice/notice.js';
import { effectiveAt, type Outcome } from '../outcome/outcome.js';
import { decided, NO_RESPONSE, PENDING, rollUp, type Standing } from '../outcome/roll-up.js';

/** A stretch of time during which a thing stood one way; null is "since ever" and "until further notice". */
export interface Spell extends Standing {
  readonly from: Date | null;
  readonly until: Date | null;
}

/** What the follow-up of a sent notice depends on. */
export interface FollowedNotice {
  readonly sentAt: Date;
  /** When the time allowed for a substantive answer ends. */
  readonly allowedUntil: Date;
  /** A notice taken back within its time does not turn into silence of the platform. */
  readonly withdrawnAt: Date | null;
  readonly items: readonly { readonly id: string; readonly outcomes: readonly Outcome[] }[];
}

export interface FollowUpSpells {
  readonly notice: readonly Spell[];
  readonly items: readonly { readonly itemId: string; readonly spells: readonly Spell[] }[];
}

interface Turn {
  readonly at: Date | null;
  readonly standing: Standing;
}

/** The dated spells of a sent notice and of each of its items; figures at any moment are a count over these. */
export function followUp(notice: FollowedNotice): FollowUpSpells {
  const items = notice.items.map((item) => ({ itemId: item.id, turns: turnsOf(item.outcomes, notice) }));
  const moments = items.flatMap((item) => item.turns.map((turn) => turn.at));
  const noticeTurns = inOrder(moments).map((at) => ({
    at,
    standing: rollUp(items.map((item) => standingAt(item.turns, at))),
  }));
  return {
    notice: spellsFrom(noticeTurns),
    items: items.map(({ itemId, turns }) => ({ itemId, spells: spellsFrom(turns) })),
  };
}

/** The dated spells of a notice, or null while it has not been sent. */
export function followUpOf(
  { moments, items }: Pick<Notice, 'moments' | 'items'>,
  allowedUntil: (sentAt: Date) => Date,
): FollowUpSpells | null {
  const { sentAt, withdrawnAt } = moments;
  return sentAt && followUp({ sentAt, allowedUntil: allowedUntil(sentAt), withdrawnAt, items });
}

function turnsOf(outcomes: readonly Outcome[], notice: FollowedNotice): Turn[] {
  const decisions = outcomes.map((outcome) => ({
    at: effectiveAt(outcome, notice.sentAt),
    standing: decided(outcome.code),
  }));
  decisions.sort((a, b) => a.at.getTime() - b.at.getTime());
  return [{ at: null, standing: PENDING }, ...silence(decisions[0]?.at, notice), ...decisions];
}

function silence(firstDecision: Date | undefined, { allowedUntil, withdrawnAt }: FollowedNotice): Turn[] {
  const answeredInTime = firstDecision !== undefined && firstDecision <= allowedUntil;
  const takenBack = withdrawnAt !== null && withdrawnAt <= allowedUntil;
  return answeredInTime || takenBack ? [] : [{ at: allowedUntil, standing: NO_RESPONSE }];
}

function standingAt(turns: readonly Turn[], at: Date | null): Standing {
  const reached = turns.filter((turn) => time(turn.at) <= time(at));
  return (reached.at(-1) ?? { standing: PENDING }).standing;
}

/** Joins neighbouring turns that say the same, and drops one that another at the same moment overtakes. */
function spellsFrom(turns: readonly Turn[]): Spell[] {
  const last = turns.filter((turn, index) => time(turn.at) !== time(turns[index + 1]?.at));
  const changes = last.filter((turn, index) => index === 0 || !same(turn.standing, last[index - 1]!.standing));
  return changes.map((turn, index) => ({ ...turn.standing, from: turn.at, until: changes[index + 1]?.at ?? null }));
}

function inOrder(moments: readonly (Date | null)[]): (Date | null)[] {
  const times = [...new Set(moments.map(time))].sort((a, b) => (a < b ? -1 : 1));
  return times.map((at) => moments.find((moment) => time(moment) === at) ?? null);
}

const same = (a: Standing, b: Standing): boolean => a.class === b.class && a.code === b.code && a.partly === b.partly;

/** Milliseconds; the beginning of time for null, and a number equal to nothing where there is no moment. */
const time = (at: Date | null | undefined): number =>
  at === undefined ? Number.NaN : at === null ? Number.NEGATIVE_INFINITY : at.getTime();
