import type { DecisionCode } from '../../outcome/outcome-code.js';
import type { KnownAddresses } from '../addresses.js';
import { hitsIn, saysLess, type Hit } from '../clauses.js';
import { itemsIn, type ItemsFound } from '../items.js';
import { labelledVerdict, verdictOf } from '../labels.js';
import { basisOf, territoryOf } from '../particulars.js';
import type { Finding } from '../reading.js';
import type { ReplyText } from '../reply-text.js';
import { weigh, type Weighed } from '../weigh.js';
import { askedFor } from './question.js';
import type { Reader } from './reader.js';
import { said } from '../said.js';

/** Read from a sentence that says little, these are asked about rather than decided when the same mail asks for more. */
const YIELDS_TO_QUESTION: readonly DecisionCode[] = ['not-found', 'not-entitled', 'wrong-channel', 'insufficient'];
const STILL_LOOKING = said`
    \b(?:(?:is|are|remains?|being) (?:currently |still )?(?:under (?:review|investigation)|being (?:reviewed
    |investigated|assessed)|pending|in review)|(?:are|is|am) still (?:reviewing|investigating|assessing
    |looking)|(?:pending|awaiting) (?:\w+ ){0,3}(?:review|investigation|assessment|decision)
    |will (?:now )?(?:review|investigate|assess) (?:your|the|this|it)|(?:nog |(?<!niet ))in behandeling
    |wordt (?:nog )?(?:beoordeeld|onderzocht))\b
  `;

/** The other side says what it decided: about the notice as a whole, or address by address. */
export const decision: Reader = (text, known) => {
  const found = itemsOf(text, known);
  const hits = [...hitsIn(text.sentences), ...labelledHits(text), ...closedForLack(text)];
  const weighed = weigh(hits);
  if (found.items.length > 0 && listed(found, text, weighed)) return fromItems(found, text, hits);
  if (weighed.kind === 'nothing') return undefined;
  if (weighed.kind === 'contradiction') return contradiction(weighed.hits);
  return fromProse(weighed, text, found);
};

function itemsOf(text: ReplyText, known: KnownAddresses): ItemsFound {
  const plain = itemsIn(text.visible, known);
  const html = text.visibleHtml === '' ? plain : itemsIn(text.visibleHtml, known, plain.items.length);
  return html.items.length > plain.items.length ? html : plain;
}

const labelledHits = ({ sentences }: ReplyText): Hit[] =>
  sentences.flatMap((sentence) => {
    // A moderator's whole answer may be "Removed, thanks."
    const curt = sentences.length <= 8 && sentence.raw.length <= 40;
    const verdict = labelledVerdict(sentence.raw) ?? (curt ? verdictOf(sentence.raw) : null);
    return verdict === null || saysLess(sentence.plain, verdict)
      ? []
      : [{ verdict, rule: 'labelled verdict', words: sentence.raw.slice(0, 120), sentence, past: false }];
  });

const LACK = said`
    \b(?:(?:did|have|has|had) not (?:\w+ ){0,2}?(?:receiv\w*|hear\w*|provid\w*|respond\w*|repl\w+|contain\w*
    |includ\w*)\b.{0,80}\b(?:information|details?|response|reply|answer|evidence|from you|back)|no (?:response
    |reply|answer|further information)|(?:insufficient|not enough|too little) (?:\w+ )?(?:information|details?
    |evidence)|(?:niets|niet) (?:\w+ ){0,4}(?:gehoord|vernomen)|geen (?:\w+ ){0,3}(?:reactie|antwoord|informatie|gegevens)|(?:onvoldoende
    |te weinig) (?:\w+ )?(?:informatie|gegevens|onderbouw\w*))
  `;
const CLOSED = said`
    \b(?:(?:has|have|is|was|were|been|are) (?:\w+ )?(?:closed|rejected|declined|dismissed)|(?:we
    |i) (?:have |are |will )?(?:\w+ )?(?:close|closed|closing)|gesloten|afgesloten|sluiten|afgewezen
    |niet (?:verder )?(?:behandel\w*|in behandeling))\b
  `;

/** "We heard nothing. Your report is closed.": two sentences that only together say why it ended. */
function closedForLack({ sentences }: ReplyText): Hit[] {
  const told = sentences.filter(({ plain }) => !/\b(?:if|unless|als|indien|zonder)\b/.test(plain));
  const lack = told.find(({ plain }) => LACK.test(plain));
  const closed = told.find(({ plain }) => CLOSED.test(plain));
  if (!lack || !closed) return [];
  return [
    {
      verdict: 'insufficient',
      rule: 'closed after silence',
      words: LACK.exec(lack.plain)?.[0] ?? '',
      sentence: closed,
      past: false,
    },
  ];
}

/** Items speak for the mail when they differ, or when the sentences do not say something else beside them. */
function listed(found: ItemsFound, text: ReplyText, weighed: Weighed): boolean {
  const codes = new Set(found.items.map((item) => item.outcome));
  if (codes.size > 1 || weighed.kind === 'nothing') return true;
  if (weighed.kind === 'contradiction') return false;
  return codes.has(weighed.code);
}

function fromItems(found: ItemsFound, text: ReplyText, hits: readonly Hit[]): Finding {
  const codes = [...new Set(found.items.map((item) => item.outcome))];
  const first = codes[0] as DecisionCode;
  const deciding = hits.filter((hit) => codes.includes(hit.verdict as DecisionCode));
  const own = codes.length === 1 ? territoryOf(first, deciding, text.sentences) : [];
  return {
    meaning: 'decision',
    outcome: codes.length === 1 ? first : 'mixed',
    items: found.items,
    basis: codes.length === 1 ? basisOf(first, deciding, text.sentences) : null,
    territory: [...new Set([...own, ...found.territory])],
    confidence: 0.88,
    because: [
      ...found.items.slice(0, 10).map((item) => `per address: ${item.outcome} ${item.url.slice(0, 200)}`),
      ...told(deciding),
    ],
  };
}

function fromProse(
  { code, hits }: Extract<Weighed, { kind: 'one' }>,
  text: ReplyText,
  found: ItemsFound,
): Finding | undefined {
  const asked = askedFor(text);
  const weakly = hits.every((hit) => hit.verdict === 'not-acted' || hit.verdict === 'other-action');
  if (asked !== undefined && (weakly || YIELDS_TO_QUESTION.includes(code)) && !isClosed(text)) return undefined;
  const looking = text.sentences.find(({ plain }) => STILL_LOOKING.test(plain));
  if (looking)
    return {
      meaning: 'unread',
      confidence: 0.2,
      because: ['decided and still under review', ...told(hits), looking.raw.slice(0, 120)],
    };
  return {
    meaning: 'decision',
    outcome: code,
    items: found.items.filter((item) => item.outcome === code),
    basis: basisOf(code, hits, text.sentences),
    territory: territoryOf(code, hits, text.sentences),
    confidence: weakly ? 0.7 : hits.length > 1 ? 0.93 : 0.88,
    because: told(hits),
  };
}

const isClosed = ({ sentences }: ReplyText): boolean =>
  sentences.some(({ plain }) =>
    /\b(?:(?:has|have|is|was|were) (?:\w+ ){0,2}closed|closing (?:this|your)|gesloten|afgesloten|sluiten)\b/.test(
      plain,
    ),
  );

const contradiction = (hits: readonly Hit[]): Finding => ({
  meaning: 'unread',
  confidence: 0.2,
  because: ['says several things', ...hits.map((hit) => `${hit.verdict}: "${hit.words}"`).slice(0, 6)],
});

const told = (hits: readonly Hit[]): string[] =>
  [...new Set(hits.map((hit) => `${hit.rule}: "${hit.words}"`))].slice(0, 6);
