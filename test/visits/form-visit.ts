import { Users } from '#application/access/users.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { accountOf } from './desk-visit.js';
import type { openScene } from './open-scene.js';

type Open = Pick<Awaited<ReturnType<typeof openScene>>, 'app' | 'scene'>;

/** A notice that its caseworker submitted by the practice platform's form; answers the page of that form. */
export async function aWaitingForm({ app, scene }: Open, n: number): Promise<string> {
  const user = await app.get(Users).byEmail(accountOf('caseworker').email);
  const by = { kind: 'user' as const, userId: user!.id, sessionId: null };
  await scene.notices(
    NoticeBuilder.aNotice(n)
      .saying({ channel: 'web-form', language: 'nl', answers: { ...ANSWERED, imagery: 'none' } })
      .build(),
  );
  const letter = await app.get(PreviewNotice).run({ id: uuid(n), by });
  const statement = { letterDigest: letter.digest, bonaFideText: BONA_FIDE_TEXT_VERSION };
  const delivery = await app.get(SubmitNotice).run({ id: uuid(n), ...statement, by });
  return `/notices/${uuid(n)}/hand-in/${delivery.id}`;
}

/** This moment as a person types it into a form of the desk. */
export const nowHere = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' })
    .format(new Date())
    .replace(' ', 'T');

/** What a person says who got a number. */
export const GAVE = { gave: 'receipt', reference: 'OP-2026-7', text: '' };
