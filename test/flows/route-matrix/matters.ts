import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import type { ThingOfCase } from '#application/access/standings.js';
import type { CaseStanding } from '#domain/access/reach.js';
import { Delivery } from '#domain/correspondence/delivery.js';
import { system } from '#domain/event.js';
import { Capture } from '#domain/evidence/capture.js';
import { EvidenceItem } from '#domain/evidence/evidence-item.js';
import { RecordedDefect } from '#domain/provider/channel-defect.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';

const BY = system('test');
const AT = new Date('2026-11-02T09:00:00Z');

/** One case as it stands to everybody of the matrix, with a thing of each kind that belongs to it. */
export interface Matter {
  readonly name: string;
  readonly standing: CaseStanding;
  readonly ids: Readonly<Record<ThingOfCase | 'item' | 'letter', string>>;
}

/** The columns of the matrix: how a case stands to a person of the helpline. */
export const matterKinds = (everybody: readonly string[]): readonly (readonly [string, CaseStanding])[] => {
  const standing = (but: Partial<CaseStanding>): CaseStanding => ({
    ...{ line: 'helpline', confidentiality: 'normal', named: [], opened: false },
    ...but,
  });
  return [
    ['own', standing({})],
    ['of another team', standing({ line: 'hotline' })],
    ['restricted, not named', standing({ confidentiality: 'restricted' })],
    ['restricted, named', standing({ confidentiality: 'restricted', named: everybody })],
    ['sealed, not named', standing({ confidentiality: 'sealed' })],
    ['sealed, named, no reason given', standing({ confidentiality: 'sealed', named: everybody })],
    ['sealed, named, reason given', standing({ confidentiality: 'sealed', named: everybody, opened: true })],
  ];
};

/** Makes the n-th matter: a case, a notice whose letter waits, a mail about it, a capture with its picture, and a defect. */
export async function makeMatter(
  { app, scene }: { app: NestExpressApplication; scene: DeskScene },
  n: number,
  [name, standing]: readonly [string, CaseStanding],
): Promise<Matter> {
  const { line, confidentiality, named } = standing;
  const url = `http://127.0.0.1:3301/posts/${n}`;
  const letter = aLetter(NoticeBuilder.aNotice(n).about(url).ready().build());
  const one = CaseBuilder.aCase(n).saying({ line: line! }).build();
  one.restrict({ confidentiality, named }, null);
  const delivery = Delivery.queue({ id: uuid(6000 + n), letter, createdAt: AT }, new Date('2036-01-01T00:00:00Z'));
  await app.get(Books).together(BY, async (books) => {
    await books.cases.add(one, undefined);
    await books.notices.add(
      NoticeBuilder.aNotice(n).identifiedAs({ line: line! }).about(url).submittedOn().build(),
      undefined,
    );
    await books.letters.add(letter);
    await books.deliveries.add(delivery, undefined);
    await books.defects.add(metOn(delivery), undefined);
  });
  const message = await scene.mail({ subject: `Re: TF-2026-${String(n).padStart(6, '0')}`, text: 'Thank you.' });
  await app
    .get(Books)
    .together(BY, (books) =>
      books.messages.change({ id: message }, (mail) => (mail.noticeId === uuid(n) ? undefined : mail.link(uuid(n)))),
    );
  const item = NoticeBuilder.item(uuid(n), 1, url).id;
  await capture(app, scene, { n, url, item });
  return {
    ...{ name, standing },
    ids: {
      ...{ case: one.id, notice: uuid(n), delivery: delivery.id, message, item, letter: letter.digest },
      ...{ capture: uuid(7000 + n), evidence: uuid(7100 + n) },
    },
  };
}

/** What was wrong with the form it was to be handed in by; it has the delivery's id. */
const metOn = ({ id, noticeId }: Delivery): RecordedDefect =>
  RecordedDefect.record({
    ...{ id, noticeId, platformCode: 'practice', channel: 'web-form', address: 'http://127.0.0.1:3301/melden' },
    ...{ kind: 'dead-link', note: '', pictureDigest: null, seenOn: '2026-11-02', by: uuid(3), recordedAt: AT },
  });

async function capture(
  app: NestExpressApplication,
  scene: DeskScene,
  { n, url, item }: { n: number; url: string; item: string },
): Promise<void> {
  const at = AT.toISOString();
  const job = { url, policy: 'full', grounds: ['AW21'], allow: [], folder: 'x', askedAt: at } as const;
  const found = { state: 'complete', reasons: [], httpStatus: 200, finalUrl: url, title: 'x' } as const;
  const result = { ...found, startedAt: at, endedAt: at, artefacts: [], manifestSha256: null };
  const { digest, size } = await app.get(EvidenceStore).put(Buffer.from(`picture ${n}`));
  const id = uuid(7000 + n);
  const provenance = { captureId: id, url, madeAt: at, madeWith: 'test' };
  const facts = { name: 'a.png', kind: 'full-page', mediaType: 'image/png' } as const;
  const kept = EvidenceItem.stored({ id: uuid(7100 + n), ...facts, digest, size, provenance }, AT, 'test');
  const books = (await scene.worker()).get(Books);
  await books.together(BY, ({ evidence }) =>
    evidence.add(Capture.made(id, job, result), { noticeId: uuid(n), itemId: item }, [kept]),
  );
}
