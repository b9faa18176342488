import { RuleViolation } from '../rule-violation.js';
import { isMailAddress } from './mail-address.js';

/** The desk's address with a token as detail, by which answers and bounces find their notice (VERP), e.g. `desk+token@…`. */
export function replyAddress(deskEmail: string, token: string): string {
  if (!isMailAddress(deskEmail)) throw new RuleViolation('mail.address-malformed');
  const at = deskEmail.lastIndexOf('@');
  const address = `${deskEmail.slice(0, at)}+${token}${deskEmail.slice(at)}`;
  if (!/^[0-9a-z]+$/.test(token) || !isMailAddress(address)) throw new RuleViolation('mail.detail-malformed');
  return address;
}
