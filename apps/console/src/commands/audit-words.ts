import type { AuditVerification } from '#application/access/verify-audit.js';
import type { BadReason } from '#domain/access/chain-check.js';

const WHY: Readonly<Record<BadReason, string>> = {
  missing: 'is not there: it was removed, or those after it were given other numbers',
  repeated: 'bears a number that comes twice: one was put in',
  'not-following': 'does not follow the one before it: an entry was removed, put in or moved',
  changed: 'does not say what was recorded: it was changed',
  rewritten: 'is the first that no anchor vouches for; from here on the log was written anew',
  'cut-off': 'was there, says an anchor, and is gone with all after it',
  'anchor-not-ours': 'is named by an anchor that does not bear our signature',
  'no-log': 'is not there, and neither is the table of the event log',
};

/** What a verification found, for people. */
export function auditWords(found: AuditVerification): string {
  const { ok, count, firstBad, anchored, anchorsUsed, anchorsOfOtherKeys, clockBackAt } = found;
  const verdict = firstBad ? `NOT in order: entry ${firstBad.seq} ${WHY[firstBad.why]} (${firstBad.why}).` : IN_ORDER;
  const lines = [
    ok ? `${verdict} ${count} entries were checked.` : `${verdict} ${count} entries before it are in order.`,
    anchored === null ? NO_ANCHOR : `${anchorsUsed} anchors; they vouch for the log up to entry ${anchored}.`,
    anchorsOfOtherKeys > 0 ? `${anchorsOfOtherKeys} anchors were signed with a key that is not here.` : '',
    clockBackAt === null
      ? ''
      : `Entry ${clockBackAt} bears an earlier time than the one before: the clock was set back.`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

const IN_ORDER = 'In order: every entry is as it was recorded.';
const NO_ANCHOR = 'No anchor vouches for it, so a log that was cut off or written anew as a whole would not show.';
