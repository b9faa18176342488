import type { NestExpressApplication } from '@nestjs/platform-express';
import { Users } from '#application/access/users.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { accountOf } from '#test/visits/desk-visit.js';

const SENT = '2026-11-10T09:00:00Z';
const DECIDED = '2026-11-12T09:00:00Z';

/** What stands on the desk for the journeys in one language, told apart from the other's by its numbers. */
export class DeskOfJourneys {
  readonly host: string;

  constructor(
    private readonly app: NestExpressApplication,
    private readonly scene: DeskScene,
    private readonly language: 'nl' | 'en',
  ) {
    this.host = `forum-${language}.example`;
  }

  private readonly at = (place: number): number => (this.language === 'nl' ? 210 : 220) + place;
  readonly notice = (place: number): string => uuid(this.at(place));
  readonly case = (place: number): string => uuid(500 + this.at(place));
  readonly caseReference = (place: number): string => `Z-2026-${String(this.at(place)).padStart(5, '0')}`;
  readonly post = (place: number): string => `http://127.0.0.1:3301/posts/${this.at(place)}`;

  /** A case with a draft; the answer that waits; a form to hand in; two cases in which all is done; a site nobody knows; a refusal. */
  async set(): Promise<void> {
    const one = (place: number) => NoticeBuilder.aNotice(this.at(place));
    const done = (place: number) => one(place).sentOn(SENT).decidedOn(DECIDED).closedOn('2026-11-13T09:00:00Z').build();
    await this.scene.notices(
      one(1).build(),
      one(2).sentOn(SENT).build(),
      one(3).saying({ channel: 'web-form', language: this.language }).build(),
      done(4),
      done(5),
      one(6).about(`https://${this.host}/p/1`).saying({ platformCode: null, channel: null }).build(),
      one(7).sentOn(SENT).decidedOn(DECIDED, 'no-violation').build(),
    );
  }

  /** A platform's decision that nobody read yet; answers its id. */
  answer(place: number): Promise<string> {
    const reference = `TF-2026-${String(this.at(place)).padStart(6, '0')}`;
    const text = `We have reviewed your report ${reference} and removed the content from our platform.`;
    return this.scene.mail({ subject: `Re: ${reference}`, text });
  }

  /** A notice that its caseworker submitted by a form; answers the path of that form's page. */
  async submitted(place: number): Promise<string> {
    const { id: userId } = (await this.app.get(Users).byEmail(accountOf('caseworker').email))!;
    const which = { id: this.notice(place), by: { kind: 'user', userId, sessionId: null } } as const;
    const { digest } = await this.app.get(PreviewNotice).run(which);
    const said = { letterDigest: digest, bonaFideText: BONA_FIDE_TEXT_VERSION };
    const { id } = await this.app.get(SubmitNotice).run({ ...which, ...said });
    return `/notices/${which.id}/hand-in/${id}`;
  }
}
