import type { Organisation } from '#domain/access/organisation.js';
import { DESK_LANGUAGES } from '#domain/access/preference.js';
import { LINES } from '#domain/notice/codes.js';
import type { FormClass } from '../frame/take-form.js';
import { AddressForm, DeskForm, DesignationForm, RulesForm, type SettingsForm } from './organisation.form.js';

/** One page of settings: its fields, what they begin with, and what they make of the organisation. */
export interface SettingsPart<T extends SettingsForm = SettingsForm> {
  readonly form: FormClass<T>;
  readonly values: (now: Organisation) => Readonly<Record<string, string>>;
  readonly fill: (was: Organisation, form: T) => Organisation;
}

const yes = (is: boolean): string => (is ? 'yes' : '');

const desk: SettingsPart<DeskForm> = {
  form: DeskForm,
  values: ({ name, deskName, postalAddress, languages }) => ({
    ...{ name, deskName, postalAddress },
    ...Object.fromEntries(DESK_LANGUAGES.map((each) => [`language-${each}`, yes(languages.includes(each))])),
  }),
  fill: (was, { name, deskName, postalAddress, ...form }) => ({
    ...{ ...was, name, deskName, postalAddress },
    languages: DESK_LANGUAGES.filter((each) => form[`language-${each}`] === 'yes'),
  }),
};

const designation: SettingsPart<DesignationForm> = {
  form: DesignationForm,
  values: ({ coordinator, designation: { authority, designatedOn, lines, areaOfExpertise } }) => ({
    ...{ coordinatorCode: coordinator.code, coordinatorName: coordinator.name, authority, designatedOn },
    ...Object.fromEntries(LINES.map((line) => [line, yes(lines.includes(line))])),
    areaOfExpertise,
  }),
  fill: (was, form) => ({
    ...was,
    coordinator: { code: form.coordinatorCode, name: form.coordinatorName },
    designation: {
      ...{ authority: form.authority, designatedOn: form.designatedOn, areaOfExpertise: form.areaOfExpertise ?? '' },
      lines: LINES.filter((line) => form[line] === 'yes'),
    },
  }),
};

const rules: SettingsPart<RulesForm> = {
  form: RulesForm,
  values: ({ timeAllowedDays, recallSeconds, approval: { always, grounds } }) => ({
    ...{ timeAllowedDays: String(timeAllowedDays.default), recallSeconds: String(recallSeconds) },
    approval: always ? 'always' : grounds.length > 0 ? 'grounds' : 'training',
    approvalGrounds: grounds.join(', '),
  }),
  fill: (was, { timeAllowedDays, recallSeconds, approval, approvalGrounds = '' }) => ({
    ...was,
    timeAllowedDays: { ...was.timeAllowedDays, default: Number(timeAllowedDays) },
    recallSeconds: Number(recallSeconds),
    approval: {
      always: approval === 'always',
      grounds: approval === 'grounds' ? [...new Set(approvalGrounds.split(/[\s,;]+/).filter(Boolean))] : [],
    },
  }),
};

const address: SettingsPart<AddressForm> = {
  form: AddressForm,
  values: ({ deskEmail, zone }) => ({ deskEmail, zone }),
  fill: (was, { deskEmail, zone }) => ({ ...was, deskEmail: deskEmail.trim(), zone }),
};

/** The parts a supervisor edits, because they decide what is sent and how it is counted. */
export const CONTENT_PARTS = { desk, designation, rules } as unknown as Readonly<Record<string, SettingsPart>>;

/** The parts an administrator edits, because mail and clocks depend on them. */
export const TECHNICAL_PARTS = { address } as unknown as Readonly<Record<string, SettingsPart>>;

/** The field at which a rule about the organisation is said. */
export const FIELDS = {
  'organisation.name-wrong': 'name',
  'organisation.desk-name-wrong': 'deskName',
  'organisation.address-wrong': 'postalAddress',
  'organisation.languages-wrong': 'language-nl',
  'organisation.coordinator-wrong': 'coordinatorCode',
  'organisation.designation-wrong': 'designatedOn',
  'organisation.time-allowed-wrong': 'timeAllowedDays',
  'organisation.recall-wrong': 'recallSeconds',
  'organisation.ground-unknown': 'approvalGrounds',
  'organisation.desk-email-wrong': 'deskEmail',
  'organisation.zone-wrong': 'zone',
};
