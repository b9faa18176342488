import { describe, expect, test } from '@jest/globals';
import type { CaptureEntry, WholeNotice } from '#application/notice/notice-file.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { dossierNotice } from './dossier-rows.js';

const AT = new Date('2026-11-02T09:00:00Z');
const PICTURE = {
  ...{ id: uuid(701), name: 'viewport.png', kind: 'screenshot', mediaType: 'image/png', size: 12 },
  digest: 'a'.repeat(64),
};
const ABOUT = { law: 'Auteurswet', article: '21', titleNl: 'Portretrecht', titleEn: 'Portrait right' };

/** A sent notice with a capture of its first item. */
function captured(): WholeNotice {
  const notice = NoticeBuilder.aNotice(1).sentOn().build();
  const capture: CaptureEntry = {
    ...{ id: uuid(700), itemId: notice.items[0]!.id, url: notice.items[0]!.url, policy: 'full', state: 'complete' },
    ...{ reasons: [], httpStatus: 200, finalUrl: null, startedAt: AT, endedAt: AT, madeWith: 'chromium' },
    ...{ manifestSha256: null, evidence: [PICTURE] },
  };
  const nothing = { deliveries: [], capturesAsked: [], attachments: [], related: [], messages: [] };
  return { notice, captures: [capture], ...nothing };
}

const told = (isWithheld: boolean) =>
  dossierNotice(captured(), {
    platformNames: new Map(),
    grounds: new Map([['AW21', { code: 'AW21', ...ABOUT } as LegalGround]]),
    timeAllowed: () => AT,
    letterSizes: new Map(),
    withheld: (_notice, form) => isWithheld && form === '127.0.0.1:3301/posts/1',
  });

describe('a captured notice in a dossier', () => {
  test('comes with the files of its captures', () => {
    expect(told(false).captures[0]!.files.map(({ sha256 }) => sha256)).toEqual([PICTURE.digest]);
  });

  test('tells that it was captured, and takes no file along, where that is withheld', () => {
    expect(told(true).captures).toMatchObject([{ state: 'complete', files: [] }]);
  });
});
