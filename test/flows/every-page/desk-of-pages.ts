import { PreviewNotice } from '#application/notice/preview-notice.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { aPng } from '#test/builders/files.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { aWaitingForm } from '#test/visits/form-visit.js';
import type { OpenScene } from '#test/visits/open-scene.js';

const BY = { kind: 'system', job: 'test' } as const;
const SENT = '2026-11-02T09:00:00Z';
const DECIDED = '2026-11-05T09:00:00Z';

/** The notices on a desk of which every page is visited, each in a state that other pages belong to. */
export const NOTICE = {
  ...{ blank: uuid(941), filled: uuid(942), danger: uuid(943), hotline: uuid(944), unverified: uuid(945) },
  ...{ nowhere: uuid(946), aside: uuid(947), sent: uuid(948), refused: uuid(949), several: uuid(951) },
  ...{ complete: uuid(952), form: uuid(950) },
} as const;
export const CASE = { draft: uuid(1442), answered: uuid(1449), waiting: uuid(1448) } as const;

/** Addresses that are known only when the desk stands. */
export interface Standing {
  /** The page on which a form of a platform is handed in. */
  readonly form: string;
  /** The page of a letter that waits for a word of good faith. */
  readonly letter: string;
  /** A platform's answer that nobody read yet. */
  readonly mail: string;
}

/** Puts everything there. */
export async function setDesk(open: OpenScene): Promise<Standing> {
  const { app, scene, visitor } = open;
  const one = (n: number) => NoticeBuilder.aNotice(n);
  const nothing = { platformCode: null, channel: null, grounds: [], answers: UNANSWERED } as const;
  const answers = { ...ANSWERED, ownReport: { result: 'refused', on: '2026-10-20' } } as const;
  const scope = { ...ANSWERED.scope!, visibility: 'approved-group' } as const;
  const [post, video] = ['https://www.instagram.com/p/AbCdEfGhIjK/', 'https://www.tiktok.com/@voorbeeld/video/7'];
  await scene.notices(
    one(941).withoutLocation().saying(nothing).build(),
    one(942).about('http://127.0.0.1:3301/posts/942', post).saying({ answers }).build(),
    one(943)
      .saying({ answers: { ...UNANSWERED, danger: 'threat-to-life' } })
      .build(),
    one(944)
      .saying({ answers: { ...UNANSWERED, danger: 'none', imagery: 'sexual-minor' } })
      .build(),
    one(945)
      .about('https://bsky.app/profile/voorbeeld.example/post/1')
      .saying({ platformCode: 'bluesky', channel: null })
      .build(),
    one(946).about('https://nieuw.example/1').saying({ platformCode: null, channel: null }).build(),
    one(947)
      .saying({ answers: { ...ANSWERED, scope } })
      .build(),
    one(948).sentOn(SENT).build(),
    one(949).sentOn(SENT).decidedOn(DECIDED, 'no-violation').build(),
    one(951).about(post, video).build(),
    one(952).build(),
  );
  await visitor.get(`/notices/${NOTICE.filled}/write/evidence`);
  await visitor.upload(`/notices/${NOTICE.filled}/attachments`, [{ name: 'scherm.png', bytes: aPng() }]);
  const mail = await scene.mail({ subject: 'Re: TF-2026-000948', text: 'We removed the content from our platform.' });
  const { digest } = await app.get(PreviewNotice).run({ id: NOTICE.complete, by: BY });
  return { mail, form: await aWaitingForm(open, 950), letter: `/notices/${NOTICE.complete}/check/${digest}` };
}
