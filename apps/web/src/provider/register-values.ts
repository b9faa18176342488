import type { FactValue, RegisterDifference, RegisterFact } from '#domain/provider/register-facts.js';

/** Words of the desk by their key, in the language of who looks. */
export type Say = (key: string) => string;

/** Facts whose values are codes, with where their words stand. */
const CODED: Readonly<Record<string, string>> = {
  kind: 'platform-kinds',
  vlop: 'platforms',
  confidence: 'confidences',
  'flagger-route': 'flagger-routes',
};

/** A fact of the register as people read it; nothing known is a dash. */
export function shownValue({ field, value }: Pick<RegisterFact, 'field' | 'value'>, say: Say): string {
  const text = textOf(field, value, say);
  return text === '' ? '–' : text;
}

function textOf(field: string, value: FactValue, say: Say): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return say(value ? 'platforms.yes' : 'platforms.no');
  if (field === 'fields') return (value as readonly string[]).map((one) => formField(one, say)).join(', ');
  if (field === 'contact-points') return (value as readonly string[]).map((one) => contactPoint(one, say)).join('\n');
  if (typeof value === 'object') return value.join(/^(?:only-person|other-ways)-/.test(field) ? '\n' : ', ');
  const words = CODED[field];
  return words === undefined || typeof value === 'number' ? String(value) : say(`${words}.${value}`);
}

const formField = (coded: string, say: Say): string => {
  const [code, star] = coded.split(' ');
  return `${say(`form-fields.${code}`)}${star ? ` ${star}` : ''}`;
};

function contactPoint(coded: string, say: Say): string {
  const colon = coded.indexOf(':');
  return say(`contact-purposes.${coded.slice(0, colon)}`) + coded.slice(colon);
}

/** A difference between two versions, in words. */
export const shownDifference = ({ field, channel, from, to }: RegisterDifference, say: Say) => ({
  field,
  channel: channel === null ? null : `${say(`channels.${channel.kind}`)} ${channel.address ?? ''}`.trim(),
  from: shownValue({ field, value: from }, say),
  to: shownValue({ field, value: to }, say),
});
