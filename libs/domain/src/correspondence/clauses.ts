import { markPlaces } from './places.js';
import type { Sentence } from './sentences.js';
import { ALREADY_REMOVED, NOT_FOUND } from './cues/absent.js';
import { ACCOUNT, OTHER_ACTION, REMOVED, RESTRICTED } from './cues/action.js';
import { DELISTED, GEO } from './cues/hidden.js';
import type { Cue, Verdict } from './cues/cue.js';
import { NO_ACTION } from './cues/no-action.js';
import { NOT_ENTITLED } from './cues/not-entitled.js';
import { REFUSALS } from './cues/refusals.js';
import { said } from './said.js';
import { Shortlist } from './shortlist.js';

/** A verdict found in one clause, with the sentence it stands in. */
export interface Hit {
  readonly verdict: Verdict;
  readonly rule: string;
  readonly words: string;
  readonly sentence: Sentence;
  /** It tells what was decided before, not what is decided now. */
  readonly past: boolean;
}

/** Asked in this order, the first that hits a clause answers: refusals, then negations, then what was done. */
const CUES = new Shortlist<Cue>([
  ...NOT_ENTITLED,
  ...REFUSALS,
  ...ALREADY_REMOVED,
  ...NO_ACTION,
  ...DELISTED,
  ...GEO,
  ...NOT_FOUND,
  ...ACCOUNT,
  ...RESTRICTED,
  ...REMOVED,
  ...OTHER_ACTION,
]);

/** Words that make what follows them a possibility, a wish, a plan or a rule, not a decision. */
const OPEN = said`
    \b(?:if|in case (?!(?:id |number |no\.? |nr\.? )?#?\d)|in the event|whether|unless|until|once|whenever
    |when (?:we|you|content|a|an|it|they|reviewing|someone)|where (?:we|appropriate|necessary|applicable
    |content|required|relevant)|should (?:we|you|the|it|this|they|your|be)|may|might|could be
    |could (?:also )?(?:result|lead)|can (?:be|also|only|result|lead|remove|restrict|decide)|would|must be
    |should|ought|please (?!be advised|be informed|note|find|know)|in order to|so that we can|before we can
    |asked us|want us|wish|you (?:have )?(?:asked|requested|want|claim|stated|reported that|say|indicate[d]?
    |mentioned)|your request (?:to|that|for)|as (?:soon|long) as|will be (?:reviewed|assessed|investigated)
    |report (?:any|other)|learn (?:more|how|about)|why (?:was|were|is|did|do)|how (?:we|to)|examples? of
    |als (?!gevolg|zijnde|registry|host|aanbieder|platform|provider|trusted|betrouwbare|illegaal|onrechtmatig|onderdeel|zodanig)|indien|zo (?:niet|ja)
    |mocht(?:en)?|wanneer|zodra|tenzij|mits|(?:kan|kunnen)(?!.{0,40}\b(?:niet|geen)\b)|zou(?:den)?|eventueel
    |mogelijk|waar nodig|graag (?:zien|willen)|wilt|wenst|dient te|moet(?:en)?|verzoekt|verzocht(?: om| te)?
    |u (?:vraagt|vroeg|stelt|geeft aan|meldt|meldde)|uw verzoek (?:om|tot)|of (?:het|de|deze|dit
    |er)\b.{0,60}\b(?:is|moet|zijn|wordt))\b
  `;
/** What still opens a refusal or an "already gone", which are often told with "when we looked" and "we can not". */
const MAYBE =
  /\b(?:if|whether|unless|may|might|als (?!gevolg|betrouwbare|registry|host|aanbieder|platform|provider)|indien|mocht(?:en)?|mogelijk)\b/;
/** A general rule or figures about others, not this notice. */
const GENERAL = said`
    \b(?:content|posts?|videos?|material|items?|accounts?|users?|anyone|people|anything|listings?|ads?) (?:that
    |which|who|found|determined|identified|violating|reported by)\b|\b(?:any|all|such) (?:content|accounts?
    |users?|violations?|material)\b|\b(?:do|does) not (?:allow|permit|tolerate|accept content)
    |\b[\d.,]{1,15} ?(?:million|billion|thousand|miljoen|miljard|%|percent|procent)|\b(?:content|inhoud
    |berichten|accounts|gebruikers|materiaal) die\b|\b(?:automatically|automatisch)\b|\b(?:after
    |na) \d{1,3} (?:days|dagen|hours|uur)\b|\bfrom this e-?mail\b|\byour (?:message|e-?mail) (?:was|is|has been)\b|\buw (?:bericht|e-?mail) (?:is|werd)\b|\b(?:attachments?|bijlagen?)\b
    |\balle (?:inhoud|content|berichten)\b
  `;
/** Sent to the person who placed it: a statement of reasons (Art. 17), or a phisher; not an answer to our notice. */
const TO_UPLOADER = said`
    \b(?:your|uw|je|jouw) (?:\w+ )?(?:account|post|video|video's|content|comment|comments|photo|image|listing
    |ad|tweet|channel|page|profile|inhoud|foto|advertentie|reactie|profiel|kanaal|pagina|website|domain
    |service)\b
  `;
/** A help-seeker who writes that her own picture is gone is not the platform. */
const FIRST_PERSON = /\b(?:mijn|my|ik zie|i see|i noticed|i can see|zag ik|viel mij op)\b/;
const PAST = said`
    \byour (?:appeal|complaint|objection|dispute) (?:\w+ ){0,2}?(?:of|against|about|regarding|concerning
    |to) (?:our|the)\b|\buw (?:klacht|bezwaar|beroep) (?:tegen|over)\b|\b(?:previous(?:ly)?|earlier
    |initial(?:ly)?|original(?:ly)?|at first|in our (?:last|first|previous) (?:message|e-?mail|reply|decision)
    |eerder|eerdere|oorspronkelijke?|in eerste instantie|aanvankelijk|destijds|voorheen)\b
  `;
/** An earlier decision that is kept is the decision of today. */
const STANDS = said`
    \b(?:uphold|upheld|upholding|maintain\w*|stands?|confirm(?:ed|ing)?|remains?|unchanged|handhav\w*
    |gehandhaafd|blijven bij|blijft ongewijzigd)\b
  `;
const AFFIRMED =
  /\b(?:do|does|did) (?:\w+ )?(?:breach|violate|infringe)|\b(?:violates|violated|breaches|breached|infringes)\b|\b(?:is|are) (?:\w+ )?(?:illegal|unlawful|in violation|in breach)\b|\bwel (?:\w+ )?(?:in strijd|strafbaar|onrechtmatig)|\b(?:schendt|overtreedt)\b/;
/** "There was no need to remove it" is different from these: an unfinished review says nothing yet. */
const UNFINISHED = /\b(?:not yet|nog niet|not (?:\w+ )?(?:yet|so far)|haven not yet|still)\b/;
const UNTIL_NOW = /\b(?:so far|until now|yet|nog niet|nog geen|tot nu toe|tot op heden)\b/;
/** "Two of the five posts were removed" says nothing of the other three. */
const SOME_ONLY = said`
    \b(?:some|several|most|two|three|four|five) (?:out )?of (?:the|these|those|your)\b|\b\d{1,4} (?:out )?of
    (?: the)? (?:\d{1,4}|reported|posts|urls|links|videos|images|items)\b|\b(?:enkele|sommige|twee|drie|vier
    |vijf) van de\b|\b\d{1,4} van de (?:\d{1,4}|gemelde|berichten|links|video's|foto's)\b|\bnot all\b
    |\bniet alle(?:maal)?\b|\b(?:een deel|een gedeelte) van (?:de|het)\b|\bparts? of the (?:content|posts?|page
    |videos?|urls|links|items|images|material)\b
  `;
/** "It is no longer there because we removed it": gone by their own hand, which is not the same as not found. */
const BY_THEM = said`
    \b(?:door ons|omdat (?:wij|we)|nadat (?:wij|we)|because we|since we|after we|by us)\b.{0,60}\b(?:verwijder\w*
    |offline|weggehaald|remov\w*|delet\w*|took|taken)\b
  `;
/** "Vinden wij dat het niet in strijd is, dan blijft het staan": a condition that Dutch makes by turning the words round. */
const IF_TURNED_ROUND = said`
    ^(?:vinden|blijkt|blijken|stellen|constateren|oordelen|zien|komen|besluiten|is
    |zijn) (?:we|wij|dat|uit|de|het|er|deze)\b.{1,200}, dan\b
  `;

/** Told of today only, or of some of what we reported: a judgement about all of it cannot be read from these words. */
export const saysLess = (plain: string, verdict: Verdict): boolean =>
  SOME_ONLY.test(plain) || ((verdict === 'not-acted' || verdict === 'no-violation') && UNTIL_NOW.test(plain));
/** "Although it is not illegal, we removed it": what is granted first is not what was decided. */
const CONCESSION = /^(?:although|though|even though|while|hoewel|ofschoon)\b[^,]{1,200}, /;

/** Where one sentence says two things: "…, but …", "; …", "…, maar …". */
const SECOND_THING = said`
      ;\s|,? (?:but|however|maar|echter|although|though|hoewel|nonetheless|nevertheless|whereas|terwijl) (?=\S)
      |, (?:and|en|so|dus|yet|which|while) (?=(?:we|it|the|you|this|wij|het|de|u|is|has|zijn|hebben)\b)
    `;

const clausesOf = (sentence: Sentence): string[] =>
  sentence.plain.split(SECOND_THING).filter((clause) => clause.trim() !== '');

/** Every verdict in the sentences, in order. A question never decides. */
export function hitsIn(sentences: readonly Sentence[]): Hit[] {
  return sentences
    .filter(({ raw, plain }) => !raw.endsWith('?') && !IF_TURNED_ROUND.test(plain))
    .flatMap((sentence) => hitsInSentence(sentence, clausesOf(sentence)));
}

/** "It is not illegal, but it does breach our terms": the clause that affirms takes the denial beside it back. */
function hitsInSentence(sentence: Sentence, clauses: readonly string[]): Hit[] {
  const hits = clauses.flatMap((clause) => hitsInConcession(clause, sentence) ?? hitsInClause(clause, sentence));
  const affirmed =
    clauses.length > 1 && clauses.some((clause) => AFFIRMED.test(clause) && !/\b(?:not|no|niet|geen)\b/.test(clause));
  return affirmed ? hits.filter(({ verdict }) => verdict !== 'no-violation') : hits;
}

/** What follows a concession, where that says something; else the clause is read whole. */
function hitsInConcession(clause: string, sentence: Sentence): Hit[] | undefined {
  if (!CONCESSION.test(clause)) return undefined;
  const hits = hitsInClause(clause.replace(CONCESSION, ''), sentence);
  return hits.length === 0 ? undefined : hits;
}

function hitsInClause(clause: string, sentence: Sentence): Hit[] {
  const marked = markPlaces(clause);
  for (const { pattern, verdict, rule, unless, unconditional } of CUES.of(marked)) {
    const found = pattern.exec(marked);
    if (!found || unless?.test(found[0]) || (verdict === 'not-found' && BY_THEM.test(marked))) continue;
    if (!decides(marked, found, verdict, unconditional === true)) return [];
    const past = PAST.test(marked.slice(0, found.index + found[0].length)) && !STANDS.test(marked);
    const hit: Hit = {
      verdict,
      rule,
      words: found[0].slice(0, 120),
      sentence,
      past: past && verdict !== 'already-removed',
    };
    return verdict === 'account-action' ? [hit, ...besides(hit, marked, found[0])] : [hit];
  }
  return [];
}

/** "Action against the account: it has been disabled" says the same of the account once more. */
const ACCOUNT_AGAIN = /\bit (?:has (?:also |now |since )?been|was|is) (?:\w+ )?(?:disabled|blocked)\b/g;

/** "We pulled the listing and banned the seller": what was done to the content stands beside the account. */
function besides(account: Hit, clause: string, words: string): Hit[] {
  const rest = clause.replace(words, ' ').replace(ACCOUNT_AGAIN, ' ');
  const removed = REMOVED.map(({ pattern, rule }) => ({ rule, found: pattern.exec(rest)?.[0] })).find(
    ({ found }) => found !== undefined,
  );
  return removed ? [{ ...account, verdict: 'removed', rule: removed.rule, words: removed.found ?? '' }] : [];
}

function decides(clause: string, found: RegExpExecArray, verdict: Verdict, unconditional: boolean): boolean {
  const before = clause.slice(0, found.index + (unconditional ? 0 : found[0].length));
  const after = clause.slice(found.index + found[0].length, found.index + found[0].length + 12);
  if (FIRST_PERSON.test(clause)) return false;
  const open = isRefusal(verdict) || verdict === 'already-removed' ? MAYBE : OPEN;
  if (!unconditional && (open.test(before) || /^ ?(?:if|unless|when|als|indien|wanneer|tenzij)\b/.test(after)))
    return false;
  if (GENERAL.test(clause) && !/\byou (?:have )?(?:reported|flagged|notified)\b/.test(clause))
    return isRefusal(verdict);
  if (saysLess(clause, verdict)) return isRefusal(verdict);
  if (UNFINISHED.test(found[0]) && (verdict === 'not-acted' || verdict === 'no-violation')) return false;
  return (
    !TO_UPLOADER.test(clause.replace(/\b(?:your|uw) (?:\w+ ){0,2}(?:report|notice|melding|request)\w*\b/g, '')) ||
    isRefusal(verdict)
  );
}

const isRefusal = (verdict: Verdict): boolean =>
  ['not-entitled', 'wrong-channel', 'out-of-scope', 'insufficient'].includes(verdict);
