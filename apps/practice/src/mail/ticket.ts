import { characters, dice } from '../seeded.js';
import type { Look } from './look.js';

const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The other side's number, in the shape of the ticket system it imitates (shapes: Zendesk, Salesforce, Freshdesk, long digits). */
export function makeTicket(look: Look, seed: string, notice: number, extra = ''): string {
  const roll = dice(seed, 'ticket', notice, extra);
  const shapes: Readonly<Record<Look['system'], () => string>> = {
    plain: () => `OP-2026-${characters(roll, 6)}`,
    zendesk: () => `#${characters(roll, 1, '123456789')}${characters(roll, 6)}`,
    salesforce: () => `0${characters(roll, 7)}`,
    freshdesk: () => `${characters(roll, 3, CAPITALS)}-${characters(roll, 5)}`,
    digits: () => `${characters(roll, 1, '123456789')}${characters(roll, 15)}`,
  };
  return shapes[look.system]();
}

/** The ticket as it stands in a subject line. */
export function inSubject(look: Look, ticket: string): string {
  const shapes: Readonly<Record<Look['system'], string>> = {
    plain: `[${ticket}]`,
    zendesk: `(${ticket})`,
    salesforce: `Case ${ticket}`,
    freshdesk: `[#${ticket}]`,
    digits: `[${ticket}]`,
  };
  return shapes[look.system];
}
