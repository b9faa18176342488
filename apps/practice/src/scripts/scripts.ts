import type { AnswerKind } from './answer-kind.js';

/** One mail of a script. `later` is one and a half times the decision's delay, `patience` fifteen times. */
export interface Step {
  readonly kind: AnswerKind;
  readonly after: 'receipt' | 'decision' | 'later' | 'patience';
  /** The clock of this step starts only when the address is confirmed, or when we are answered. */
  readonly waitsFor?: 'confirmation' | 'reply';
  /** Dropped once we are answered. */
  readonly unlessReplied?: true;
}

/** What happens to a notice about a post: the mails in order, and one sentence for the person who practises. */
export interface Script {
  readonly steps: readonly Step[];
  readonly says: { readonly nl: string; readonly en: string };
  /** Several addresses get a letter each instead of one letter with a table. */
  readonly eachAlone?: true;
}

const receipt: Step = { kind: 'receipt', after: 'receipt' };
const decided = (kind: AnswerKind): Step => ({ kind, after: 'decision' });

export const SCRIPTS = {
  'removed-terms': {
    steps: [receipt, decided('removed-terms')],
    says: { nl: 'Ontvangst, dan verwijderd (voorwaarden).', en: 'Receipt, then removed (terms).' },
  },
  'removed-law': {
    steps: [receipt, decided('removed-law')],
    says: { nl: 'Ontvangst, dan verwijderd (wet).', en: 'Receipt, then removed (law).' },
  },
  'removed-at-once': {
    steps: [{ kind: 'removed-terms', after: 'receipt' }],
    says: { nl: 'Meteen verwijderd, zonder ontvangstbevestiging.', en: 'Removed at once, without a receipt.' },
  },
  'receipt-too-late': {
    steps: [decided('removed-law'), { kind: 'receipt', after: 'later' }],
    says: { nl: 'Verwijderd; de ontvangstbevestiging komt erna.', en: 'Removed; the receipt comes afterwards.' },
  },
  'perhaps-then-removed': {
    steps: [{ kind: 'conditional-receipt', after: 'receipt' }, decided('removed-terms')],
    says: {
      nl: 'Ontvangst die over verwijderen praat, dan pas verwijderd.',
      en: 'Receipt that talks of removing, only then removed.',
    },
  },
  'removed-then-survey': {
    steps: [receipt, decided('removed-terms'), { kind: 'survey', after: 'later' }],
    says: { nl: 'Ontvangst, verwijderd, dan een enquête.', en: 'Receipt, removed, then a survey.' },
  },
  'geo-blocked': {
    steps: [receipt, decided('geo-blocked')],
    says: { nl: 'Ontvangst, dan afgeschermd in Nederland.', en: 'Receipt, then blocked in the Netherlands.' },
  },
  'account-suspended': {
    steps: [receipt, decided('account-suspended')],
    says: { nl: 'Ontvangst, dan account geschorst.', en: 'Receipt, then account suspended.' },
  },
  'age-restricted': {
    steps: [receipt, decided('age-restricted')],
    says: { nl: 'Ontvangst, dan leeftijdsgrens.', en: 'Receipt, then age-restricted.' },
  },
  labelled: {
    steps: [receipt, decided('labelled')],
    says: { nl: 'Ontvangst, dan een label en minder zichtbaar.', en: 'Receipt, then labelled and shown less.' },
  },
  'no-violation': {
    steps: [receipt, decided('no-violation')],
    says: { nl: 'Ontvangst, dan geen overtreding.', en: 'Receipt, then no violation.' },
  },
  'changed-their-mind': {
    steps: [receipt, decided('no-violation'), { kind: 'reversed', after: 'later' }],
    says: { nl: 'Eerst geen overtreding, later toch verwijderd.', en: 'First no violation, later removed after all.' },
  },
  'not-found': {
    steps: [receipt, decided('not-found')],
    says: {
      nl: 'Ontvangst, dan niet gevonden (het staat er nog).',
      en: 'Receipt, then not found (it is still there).',
    },
  },
  private: {
    steps: [receipt, decided('private')],
    says: { nl: 'Ontvangst, dan niet bereikbaar: besloten.', en: 'Receipt, then out of reach: private.' },
  },
  'already-removed': {
    steps: [receipt, decided('already-removed')],
    says: { nl: 'Ontvangst, dan al verwijderd door de plaatser.', en: 'Receipt, then already removed by its author.' },
  },
  'not-entitled': {
    steps: [receipt, decided('not-entitled')],
    says: { nl: 'Alleen de persoon zelf mag melden.', en: 'Only the person concerned may report.' },
  },
  'wrong-channel': {
    steps: [decided('wrong-channel')],
    says: { nl: 'Verkeerd formulier, dien elders in.', en: 'Wrong form, submit elsewhere.' },
  },
  'asks-for-more': {
    steps: [
      { kind: 'question', after: 'receipt' },
      { kind: 'removed-law', after: 'decision', waitsFor: 'reply' },
      { kind: 'insufficient', after: 'patience', unlessReplied: true },
    ],
    says: {
      nl: 'Vraagt meer; verwijderd na uw antwoord, anders gesloten.',
      en: 'Asks for more; removed after your answer, closed without it.',
    },
  },
  'confirm-address': {
    steps: [
      { kind: 'confirm-address', after: 'receipt' },
      { kind: 'receipt', after: 'receipt', waitsFor: 'confirmation' },
      { kind: 'removed-terms', after: 'decision', waitsFor: 'confirmation' },
    ],
    says: { nl: 'Eerst uw adres bevestigen, dan verwijderd.', en: 'Confirm your address first, then removed.' },
  },
  bounce: {
    steps: [{ kind: 'bounce', after: 'receipt' }],
    says: { nl: 'Niet bezorgd: adres bestaat niet.', en: 'Not delivered: no such address.' },
  },
  'mailbox-full': {
    steps: [{ kind: 'mailbox-full', after: 'receipt' }],
    says: { nl: 'Niet bezorgd: postbus vol.', en: 'Not delivered: mailbox full.' },
  },
  delayed: {
    steps: [{ kind: 'delayed', after: 'receipt' }, decided('removed-terms')],
    says: { nl: 'Bericht van vertraging, dan toch verwijderd.', en: 'Delay report, then removed after all.' },
  },
  'out-of-office': {
    steps: [{ kind: 'out-of-office', after: 'receipt' }, decided('no-violation')],
    says: { nl: 'Afwezig, later geen overtreding.', en: 'Out of office, later no violation.' },
  },
  duplicate: {
    steps: [receipt, { kind: 'duplicate', after: 'decision' }, { kind: 'removed-terms', after: 'later' }],
    says: {
      nl: 'Ontvangst, dubbel met eerdere melding, verwijderd.',
      en: 'Receipt, duplicate of an earlier report, removed.',
    },
  },
  'portal-only': {
    steps: [receipt, decided('portal-only')],
    says: { nl: 'Het besluit staat alleen in het portaal.', en: 'The decision is in the portal only.' },
  },
  'still-busy': {
    steps: [receipt, { kind: 'under-review', after: 'decision' }],
    says: { nl: 'Ontvangst, daarna alleen: nog in behandeling.', en: 'Receipt, then only: still under review.' },
  },
  'receipt-then-silence': {
    steps: [receipt],
    says: { nl: 'Ontvangst, daarna stilte.', en: 'Receipt, then silence.' },
  },
  silence: {
    steps: [],
    says: { nl: 'Geen enkel antwoord.', en: 'No answer at all.' },
  },
  'each-alone': {
    steps: [receipt, decided('removed-terms')],
    eachAlone: true,
    says: { nl: 'Per adres een eigen besluit in een eigen mail.', en: 'A letter of its own for each address.' },
  },
} as const satisfies Readonly<Record<string, Script>>;

export type ScriptCode = keyof typeof SCRIPTS;

export function scriptOf(code: ScriptCode): Script {
  return SCRIPTS[code];
}
