import type { NestExpressApplication } from '@nestjs/platform-express';
import { readdir } from 'node:fs/promises';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { UNANSWERED, type Imagery } from '#domain/notice/notice-answers.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import type { DeskScene } from './desk-scene.js';
import type { DeskVisit } from './desk-visit.js';
import { openScene } from './open-scene.js';

/** A desk on whose evidence pages somebody adds files. */
export class EvidenceVisit {
  private made = 0;

  private constructor(
    readonly app: NestExpressApplication,
    readonly scene: DeskScene,
    readonly visitor: DeskVisit,
  ) {}

  static async open(): Promise<EvidenceVisit> {
    const { app, scene, visitor } = await openScene();
    return new EvidenceVisit(app, scene, visitor);
  }

  /** The number of the next notice. */
  next(): number {
    return (this.made += 1);
  }

  /** A draft whose imagery was asked, with its evidence page open. */
  async draft(imagery: Imagery = 'none', code = 'AW21'): Promise<string> {
    const grounds = [{ code, explanation: 'The person portrayed never agreed to publication and is harmed by it.' }];
    const notice = NoticeBuilder.aNotice(this.next())
      .saying({ grounds, answers: { ...UNANSWERED, danger: 'none', imagery } })
      .build();
    await this.scene.notices(notice);
    await this.page(notice.id);
    return notice.id;
  }

  page(id: string) {
    return this.visitor.get(`/notices/${id}/write/evidence`);
  }

  async attachments(id: string) {
    return (await this.app.get(NoticeFile).whole(id)).attachments;
  }

  async answersOf(id: string) {
    return (await this.app.get(NoticeFile).whole(id)).notice.content.answers;
  }

  add(id: string, ...files: [string, Uint8Array][]) {
    return this.visitor.upload(
      `/notices/${id}/attachments`,
      files.map(([name, bytes]) => ({ name, bytes })),
    );
  }

  /** How many files lie in the store of this desk. */
  async stored(): Promise<number> {
    const { root } = this.app.get(EvidenceStore) as unknown as { root: string };
    const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((entry) => entry.isFile()).length;
  }
}
