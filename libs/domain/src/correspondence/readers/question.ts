import type { ReplyText } from '../reply-text.js';
import { firstHit, type Reader } from './reader.js';
import { joined, said } from '../said.js';

const ASK_EN = joined`
  (?:provide|send|share|supply|specify|clarify|confirm|attach|reply (?:to this (?:e-?mail|message) )?with
  |respond (?:to this (?:e-?mail|message) )?with|forward|submit|include|let us know|tell us|indicate|explain
  |upload|complete|give us|identify|elaborate|advise|describe|point us|state|furnish)
`;
const WANTED_EN = joined`
  (?:urls?|links?|information|details?|proof|documentation|documents?|evidence|copy|power of attorney
  |authori[sz]ation|mandate|which|where|what|whether|how|why|name|names|timestamps?|time ?stamps?|explanation
  |legal basis|article|provision|grounds?|reasons?|screenshots?|declaration|attached|usernames?|identification|id\b|consent|location
  |address(?:es)?|statement|description|version|translation|court order|relationship|who|context|clarification
  |handle|web address)
`;
const QUESTION = {
  'asks for more (en)': said`
      \b(?:please|kindly|could you|can you|would you|will you|(?:ask|request|need|require
      |invite) (?:that )?you(?: to)?|you (?:will )?(?:need|have) to
      |need you to)\b.{0,40}?\b${ASK_EN}\b.{0,120}?\b${WANTED_EN}\b
    `,
  'needs more (en)': said`
    \b(?:waiting for|awaiting) (?:the |your |any )(?:\w+ )?(?:information|details|reply|response|answer)\b|
      \b(?:reply|respond|provide|send|include|submit|need|supply
      |require)\b.{0,40}\bthe following(?: \w+){0,2} ?:$|\b(?:need|require|request|requires|requesting|needs
      |missing|lacking|awaiting|waiting for|looking for|like) (?:\w+ ){0,3}?(?:more|additional|further|some
      |extra|the following|a few more|your (?:response|reply|answer)|clarification
      |supplementary) ?(?:\w+ ){0,2}(?:information|details?|documentation|evidence|context|clarification
      |response|reply|answer|questions?|from you|:|$)|\b(?:more|additional|further) (?:information|details?
      |documentation|evidence|clarification) (?:\w+ ){0,3}(?:is|are) (?:needed|required|necessary)
      |\b(?:information|details?|field|fields|url|urls|link|links) (?:\w+ ){0,4}(?:is|are) (?:missing
      |incomplete|required|needed)\b|\b(?:have
      |has) (?:a |some |the following |a few |several )(?:\w+ )?questions?\b
    `,
  'asks for more (nl)': said`
      \b(?:kunt u|kun je|kan u|wilt u|wil je|zou u|zou je|zoudt u|gelieve|graag ontvangen (?:wij|we|ik)
      |graag (?:vernemen|horen|zien) (?:wij|we)|(?:verzoeken|vragen|verzoek) (?:wij |we )?(?:u|je)
      |ontvangen (?:wij|we) graag|vernemen (?:wij|we) graag|horen (?:wij|we) graag|stuur (?:ons|a\.?u\.?b
      |s\.?v\.?p)|geef (?:ons|aan)|vermeld|lever)\b.{0,160}?\b(?:url'?s?|links?|informatie|gegevens|bewijs\w*
      |document\w*|machtiging|volmacht|welke|waar|wat|waarom|hoe|wie|toelichting|toelichten|onderbouwing
      |onderbouwen|reden|grond|grondslag|kopie|schermafdruk\w*|screenshots?|gebruikersna(?:am|men)
      |adres(?:sen)?|locatie|verklaring|tijdstip|specificeren|verduidelijken|aanvullen|nader)
    `,
  'needs more (nl)': said`
      \b(?:meer|aanvullende|nadere|extra|verdere|de volgende|onderstaande) (?:\w+ )?(?:informatie|gegevens
      |details|documenten|toelichting|vragen)\b.{0,40}\b(?:nodig|vereist|benodigd|noodzakelijk|ontvangen)
      |\b(?:nodig|benodigd)\b.{0,60}\b(?:meer|aanvullende|nadere|extra) (?:informatie|gegevens|toelichting)
      |\b(?:ontbreekt|ontbreken|missen (?:wij|we))\b.{0,80}|\bwij hebben (?:\w+ ){0,3}(?:vraag|vragen)\b
    `,
};
/** Offers, courtesies and house rules for replies: nobody waits for an answer to these. */
const NO_QUESTION = said`
    \b(?:if (?:you|the|this|there|we|it|any|not|your)|should you|in case|whenever you|when you|when (?:replying
    |contacting|responding)|in (?:all|any|your) (?:future |further |subsequent )?(?:correspondence
    |communication|replies|reply|response)|in the future|for future|feel free|any (?:other |further )?questions
    |feedback|survey|how (?:did )?we|do not|not reply|not share|never (?:share|send)|you may|you can|als u
    |als je|indien|mocht(?:en)?|wanneer u|bij (?:verdere )?(?:vragen|correspondentie|reacties)|in (?:alle
    |uw) correspondentie|vragen heeft|niet (?:te )?(?:reageren|beantwoorden)|u kunt|other reports?
    |another report|new report|nieuwe melding|appeal|bezwaar|(?:case|ticket|reference|report|request) (?:number
    |id)s?\b.{0,30}\b(?:subject|reply|contact|correspond|handy))\b
  `;

/** A direct question about the notice, not a heading of a list of frequent ones. */
const DIRECT = said`
    \b(?:which|can you|could you|do you|are you|have you|did you mean|what is the|where (?:is|in|exactly)
    |who is|welke|kunt u|bent u|heeft u|bedoelt u|waar (?:staat|vinden)|wie is|wat is de)\b.{0,200}\?$
  `;
const HEADING =
  /\b(?:happens?|next|help|know|satisfied|tevreden|disagree|mean\b|receiv|why|faq|volgende|gebeurt|eens)\b/;

/** "Submit it through the form at https://…" gives an address; it does not ask for one. */
const WHERE_TO = /\b(?:at|via|on|to|through|visit|using):? url\b/g;

/** Whether the mail asks us for something now, and with which words. */
export function askedFor({ sentences }: Pick<ReplyText, 'sentences'>): string | undefined {
  for (const sentence of sentences) {
    const plain = sentence.plain.replace(WHERE_TO, '');
    const rule = NO_QUESTION.test(plain) ? undefined : firstHit(QUESTION, plain);
    if (rule !== undefined) return rule;
    if (plain.length >= 35 && DIRECT.test(plain) && !HEADING.test(plain) && !NO_QUESTION.test(plain))
      return `asks: "${plain.slice(0, 120)}"`;
  }
  return undefined;
}

/** The other side waits for us: its clock may stand still until we answer. */
export const question: Reader = (text) => {
  const rule = askedFor(text);
  return rule === undefined ? undefined : { meaning: 'question', confidence: 0.82, because: [rule] };
};
