import { qrOf } from '#adapters/access/qr.js';

/** The secret for an authenticator app as a page shows it: as a picture, and in groups of four for who types it. */
export const appPicture = ({ secret, address }: { secret: string; address: string }): object => ({
  qr: qrOf(address),
  groups: secret.match(/.{1,4}/g) ?? [],
});
