import { IANAZone } from 'luxon';
import type { DomainEvent } from '../event.js';
import { isSame } from '../is-same.js';
import { LINES } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';
import type { Organisation } from './organisation.js';
import { DESK_LANGUAGES } from './preference.js';
import { isEmail } from './user.js';
import { staysOnLine } from '../moving-characters.js';

type Field = keyof Organisation;

/** An organisation as it will be, and what happened to it; nothing happened when every field is as it was. */
export interface Redescribed {
  readonly now: Organisation;
  readonly happened: DomainEvent | undefined;
}

const isText = (text: string, most: number): boolean => text.trim() !== '' && text.length <= most;
/** Text that can stand in a head line of a letter: no line ends, nothing that turns the text around. */
const isLine = (text: string, most: number): boolean => isText(text, most) && staysOnLine(text);
const isWhole = (number: number, least: number, most: number): boolean =>
  Number.isInteger(number) && number >= least && number <= most;
const isDay = (day: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
const areAmong = (words: readonly string[], known: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => known.includes(word));

/** What each field must be, with the code of the refusal; asked of what changes only, as a new desk has blanks. */
const RULES: Readonly<Record<Field, { readonly code: string; readonly holds: (now: Organisation) => boolean }>> = {
  name: { code: 'organisation.name-wrong', holds: ({ name }) => isLine(name, 200) },
  deskName: { code: 'organisation.desk-name-wrong', holds: ({ deskName }) => isLine(deskName, 200) },
  deskEmail: { code: 'organisation.desk-email-wrong', holds: ({ deskEmail }) => isEmail(deskEmail) },
  postalAddress: { code: 'organisation.address-wrong', holds: ({ postalAddress }) => isText(postalAddress, 500) },
  country: { code: 'organisation.country-wrong', holds: ({ country }) => /^[A-Z]{2}$/.test(country) },
  zone: { code: 'organisation.zone-wrong', holds: ({ zone }) => IANAZone.isValidZone(zone) },
  languages: {
    code: 'organisation.languages-wrong',
    holds: ({ languages }) => areAmong(languages, DESK_LANGUAGES),
  },
  coordinator: {
    code: 'organisation.coordinator-wrong',
    holds: ({ coordinator: { code, name } }) => isLine(code, 20) && isLine(name, 200),
  },
  designation: {
    code: 'organisation.designation-wrong',
    holds: ({ designation: { authority, designatedOn, lines, areaOfExpertise } }) =>
      isLine(authority, 200) && isDay(designatedOn) && areAmong(lines, LINES) && areaOfExpertise.length <= 1000,
  },
  timeAllowedDays: {
    code: 'organisation.time-allowed-wrong',
    holds: ({ timeAllowedDays }) => isWhole(timeAllowedDays.default, 1, 365),
  },
  recallSeconds: { code: 'organisation.recall-wrong', holds: ({ recallSeconds }) => isWhole(recallSeconds, 0, 3600) },
  approval: { code: 'organisation.approval-wrong', holds: ({ approval }) => Array.isArray(approval.grounds) },
};

/** Keeps what somebody says we are now; the event names the fields that changed and nothing that stands in them. */
export function redescribe(was: Organisation, now: Organisation): Redescribed {
  const fields = differing(was, now);
  for (const field of fields) {
    const { code, holds } = RULES[field];
    if (!holds(now)) throw new RuleViolation(code);
  }
  return { now, happened: fields.length === 0 ? undefined : { ...SETTINGS_CHANGED, facts: { fields } } };
}

const SETTINGS_CHANGED = { kind: 'settings-changed', subject: 'installation', subjectId: 'sole' } as const;

/** What an operator's file does to an organisation that may have been edited on pages since the file before it. */
export interface TakenFile {
  readonly now: Organisation;
  /** Fields in which the file says something new and which were edited here: they stay as edited. */
  readonly kept: readonly Field[];
}

/** Takes of a file what it says anew, field by field, but for what somebody edited here: nothing edited is overwritten. */
export function takeFile(here: Organisation, before: Organisation, file: Organisation): TakenFile {
  const edited = new Set(differing(before, here));
  const fresh = differing(before, file).filter((field) => !isSame(here[field], file[field]));
  const taken = Object.fromEntries(fresh.filter((field) => !edited.has(field)).map((field) => [field, file[field]]));
  return { now: { ...here, ...taken }, kept: fresh.filter((field) => edited.has(field)) };
}

const differing = (left: Organisation, right: Organisation): Field[] =>
  (Object.keys(RULES) as Field[]).filter((field) => !isSame(left[field], right[field]));
