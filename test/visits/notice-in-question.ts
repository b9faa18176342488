import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'supertest';
import { EventLog } from '#application/event-log.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from './desk-scene.js';
import type { DeskVisit } from './desk-visit.js';
import { reasonsFor } from './write-by-wizard.js';

/** The ground on which an organisation under test asks for a second person. */
export const ASKING_GROUND = 'AVG6';
export const WHY = 'The person portrayed never agreed to publication and is harmed by it at school.';

/** A notice on the way past two people, and what each of them does with it over HTTP. */
export class NoticeInQuestion {
  readonly id: string;
  readonly reference: string;

  private constructor(
    private readonly app: NestExpressApplication,
    n: number,
  ) {
    this.id = uuid(n);
    this.reference = `TF-2026-${String(n).padStart(6, '0')}`;
  }

  /** The n-th notice of a test, a complete draft on this ground. */
  static async put(app: NestExpressApplication, scene: DeskScene, n: number, code = ASKING_GROUND) {
    await scene.notices(
      NoticeBuilder.aNotice(n)
        .saying({ grounds: [{ code, explanation: WHY }] })
        .build(),
    );
    return new NoticeInQuestion(app, n);
  }

  whole() {
    return this.app.get(NoticeFile).whole(this.id);
  }

  async version(): Promise<string> {
    return String((await this.whole()).notice.version);
  }

  async status(): Promise<string> {
    return (await this.whole()).notice.status;
  }

  events() {
    return this.app.get(EventLog).of('notice', this.id);
  }

  /** Rules by which something was refused and recorded, in order. */
  async refusals() {
    return (await this.events()).filter(({ kind }) => kind.endsWith('-refused')).map(({ facts }) => facts?.['rule']);
  }

  /** Makes it ready; answers the address of the page of its letter. */
  async toCheck(visit: DeskVisit): Promise<string> {
    await visit.get(`/notices/${this.id}`);
    const done = await visit.post(`/notices/${this.id}/prepare`, { version: await this.version() });
    if (done.status !== 303) throw new Error(`not made ready: ${done.status}`);
    return String(done.headers['location']);
  }

  /** Offers it; answers the digest of its letter. */
  async ask(visit: DeskVisit): Promise<string> {
    const check = await this.toCheck(visit);
    const done = await visit.post(`${check}/ask`, { version: await this.version() });
    if (done.status !== 303) throw new Error(`not offered: ${done.status}`);
    return check.split('/').at(-1)!;
  }

  async approve(visit: DeskVisit, digest: string, but: Record<string, string> = {}): Promise<Response> {
    await visit.get(`/approvals/${this.id}/approve/${digest}`);
    return visit.post(`/approvals/${this.id}/approve/${digest}`, { version: await this.version(), ...but });
  }

  async giveBack(visit: DeskVisit, digest: string, reason: string): Promise<Response> {
    await visit.get(`/approvals/${this.id}/return/${digest}`);
    return visit.post(`/approvals/${this.id}/return/${digest}`, { version: await this.version(), reason });
  }

  async takeBack(visit: DeskVisit): Promise<Response> {
    await visit.get(`/notices/${this.id}`);
    return visit.post(`/notices/${this.id}/take-back`, { version: await this.version() });
  }

  async edit(visit: DeskVisit, explanation: string): Promise<Response> {
    return reasonsFor(visit, this.id, ASKING_GROUND, explanation);
  }

  async send(visit: DeskVisit, digest: string): Promise<Response> {
    await visit.get(`/notices/${this.id}/check/${digest}`);
    return visit.post(`/notices/${this.id}/check/${digest}`, { version: await this.version(), bonaFide: 'yes' });
  }
}
