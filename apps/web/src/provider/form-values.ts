import type { Channel, Platform, Provider } from '#domain/provider/platform.js';
import { CONTACT_PURPOSES, FORM_FIELDS, type ChannelField, type ContactPoint } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { ChannelForm, PlatformForm, ProviderForm } from './register.form.js';
import type { Say } from './register-values.js';
import { linesOf, personValues, personWished, textValues, textWished, tidy } from './text-fields.js';

type Values = Readonly<Record<string, string>>;

/** A platform as its form begins. */
export const platformValues = ({ trustedFlagger, ...platform }: Platform): Values => ({
  ...{ name: platform.name, kind: platform.kind, vlop: platform.vlop ?? '' },
  ...{ designatedOn: platform.designatedOn ?? '', designatedUntil: platform.designatedUntil ?? '' },
  hosts: platform.hosts.join('\n'),
  ...{ flaggerRoute: trustedFlagger.route, ...textValues('flaggerNote', trustedFlagger.note) },
  flaggerHours: String(trustedFlagger.answersWithinHours ?? ''),
  ...personValues(platform.onlyPersonConcerned),
  ...{ ...textValues('replies', platform.replies), source: platform.source },
});

/** The platform as a person wrote it; `day` (ISO) is today. */
export function platformWished(was: Platform, form: PlatformForm, day: string): Platform {
  const { flaggerRoute: route, flaggerHours } = form;
  const answersWithinHours = flaggerHours === undefined ? null : Number(flaggerHours);
  return {
    ...{ ...was, name: form.name.trim(), kind: form.kind, vlop: form.vlop ?? null },
    ...{ designatedOn: form.designatedOn ?? null, designatedUntil: form.designatedUntil ?? null },
    hosts: linesOf(form.hosts),
    trustedFlagger: { ...was.trustedFlagger, route, answersWithinHours, note: textWished('flaggerNote', form) },
    onlyPersonConcerned: personWished(form, was.onlyPersonConcerned),
    ...{ replies: textWished('replies', form), source: tidy(form.source), ...looked(form.seen, day) },
  };
}

/** A provider as its form begins. */
export const providerValues = ({ representative, ...provider }: Provider, say: Say): Values => ({
  ...{ legalEntity: provider.legalEntity, country: provider.country ?? '', coordinator: provider.coordinator ?? '' },
  section3: provider.section3Exempt === null ? 'unknown' : provider.section3Exempt ? 'exempt' : 'not-exempt',
  ...{ representative: representative?.name ?? '', representativeCountry: representative?.country ?? '' },
  contactPoints: provider.contactPoints
    .map(({ purpose, address }) => `${say(`contact-purposes.${purpose}`)}: ${address}`)
    .join('\n'),
  source: provider.source,
});

/** The provider as a person wrote it. */
export function providerWished(was: Provider, form: ProviderForm, { day, say }: { day: string; say: Say }): Provider {
  const { representative: name, representativeCountry } = form;
  return {
    ...{ ...was, legalEntity: form.legalEntity.trim(), country: form.country ?? null },
    coordinator: form.coordinator?.trim() ?? null,
    section3Exempt: { unknown: null, exempt: true, 'not-exempt': false }[form.section3],
    representative: name === undefined ? null : { name: name.trim(), country: representativeCountry ?? null },
    contactPoints: linesOf(form.contactPoints).map((line) => contactPoint(line, was, say)),
    ...{ source: tidy(form.source), ...looked(form.seen, day) },
  };
}

function contactPoint(line: string, was: Provider, say: Say): ContactPoint {
  const colon = line.indexOf(':');
  const [word, address] = [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
  const purpose = CONTACT_PURPOSES.find((one) => say(`contact-purposes.${one}`).toLowerCase() === word);
  if (!purpose) throw new RuleViolation('provider.contact-purpose-unknown', { line: line.slice(0, 80) });
  const known = was.contactPoints.find((one) => one.purpose === purpose && one.address === address);
  return known ?? { purpose, address, confidence: 'K' };
}

const FLAGS = ['needsLogin', 'needsCaptcha', 'emailConfirmRequired', 'acceptsAttachments'] as const;

/** A channel as its form begins. */
export const channelValues = ({ limits, ...channel }: Channel, say: Say): Values => ({
  ...{ kind: channel.kind, address: channel.address ?? '', languages: channel.languages.join(', ') },
  ...{ ...textValues('note', channel.note), senderAddress: channel.senderAddress ?? '' },
  fields: channel.fields
    .map(({ field, required }) => `${say(`form-fields.${field}`)}${required === true ? ' *' : ''}`)
    .join('\n'),
  ...{ maxUrls: String(limits.maxUrls ?? ''), maxChars: String(limits.maxChars ?? '') },
  ...Object.fromEntries(FLAGS.map((name) => [name, limits[name] === null ? '' : limits[name] ? 'yes' : 'no'])),
});

/** The channel as a person wrote it. */
export function channelWished(was: Channel, form: ChannelForm, say: Say): Channel {
  const count = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  const flag = (name: (typeof FLAGS)[number]): boolean | null =>
    form[name] === undefined ? null : form[name] === 'yes';
  return {
    ...{ ...was, kind: form.kind, address: form.address?.trim() ?? null, note: textWished('note', form) },
    languages: (form.languages ?? '').split(/[\s,;]+/).filter(Boolean),
    fields: linesOf(form.fields).map((line) => formField(line, was, say)),
    limits: {
      ...{ maxUrls: count(form.maxUrls), maxChars: count(form.maxChars) },
      ...{ needsLogin: flag('needsLogin'), needsCaptcha: flag('needsCaptcha') },
      ...{ emailConfirmRequired: flag('emailConfirmRequired'), acceptsAttachments: flag('acceptsAttachments') },
    },
    senderAddress: form.senderAddress?.trim() ?? null,
  };
}

function formField(line: string, was: Channel, say: Say): ChannelField {
  const starred = /\s*\*$/.test(line);
  const word = line.replace(/\s*\*$/, '').toLowerCase();
  const field = FORM_FIELDS.find((one) => one === word || say(`form-fields.${one}`).toLowerCase() === word);
  if (!field) throw new RuleViolation('channel.field-unknown', { field: line.slice(0, 80) });
  const before = was.fields.find((one) => one.field === field);
  return { field, required: starred ? true : before?.required === true ? false : (before?.required ?? null) };
}

/** Looked up at its source today, so as sure as it gets; anything else stays as sure as it was. */
const looked = (seen: 'yes' | undefined, day: string) =>
  seen === 'yes' ? ({ verifiedOn: day, confidence: 'V' } as const) : {};
