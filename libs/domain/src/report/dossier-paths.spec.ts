import { expect, test } from '@jest/globals';
import type { DossierMail } from './dossier-facts.js';
import { mailPath } from './dossier-paths.js';

const MAIL: DossierMail = {
  ...{ direction: 'out', at: '2026-11-22T10:03:12.500Z', meaning: 'notice', sha256: 'a'.repeat(64), bytes: 10 },
};

test.each([
  [undefined, 'eml'],
  ['form-sheet', 'json'],
  ['mastodon-report', 'http'],
  ['bluesky-report', 'http'],
] as const)('what left as %s lies in the bag by the name of what it is', (format, ending) => {
  const mail = format === undefined ? MAIL : { ...MAIL, format };
  expect(mailPath('TF-2026-000123', mail, 0)).toBe(
    `correspondence/TF-2026-000123/01-20261122T100312Z-out-notice.${ending}`,
  );
});
