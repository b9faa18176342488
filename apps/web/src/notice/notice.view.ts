import type { RecordedEvent } from '#application/event-log.js';
import type { CaptureEntry, WholeNotice } from '#application/notice/notice-file.js';
import type { Delivery } from '#domain/correspondence/delivery.js';
import type { Message } from '#domain/correspondence/message.js';
import type { ContentItem } from '#domain/notice/content-item.js';
import type { Notice } from '#domain/notice/notice.js';
import { classOf } from '#domain/outcome/outcome-code.js';
import type { Outcome } from '#domain/outcome/outcome.js';
import type { Folded } from './folded-events.js';

/** An item with what the platform says and what we saw, kept apart. */
export function itemView(item: ContentItem, { notice, captures, capturesAsked }: WholeNotice) {
  const { id, position, url, contentType, locator, latest, outcomes, observations } = item;
  const seen = observations.at(-1);
  return {
    ...{ id, position, url, contentType, locator },
    outcome: latest && outcomeView(latest),
    since: latest?.decidedAt ?? notice.moments.sentAt,
    earlierOutcomes: outcomes.filter((outcome) => outcome !== latest).map(outcomeView),
    seen: seen ? { seen: seen.seen, at: seen.at, httpStatus: seen.httpStatus } : null,
    captures: captures.filter((capture) => capture.itemId === id).length,
    captureAsked: capturesAsked.includes(id),
  };
}

const outcomeView = ({ code, basis, territory, decidedAt, source, reason }: Outcome) => ({
  ...{ code, class: classOf(code), basis, territory: territory.join(', '), decidedAt, source, reason },
});

/** A capture with its files; its picture stays closed until somebody opens it. */
export function captureView(capture: CaptureEntry, { items }: Notice) {
  const { id, url, state, reasons, httpStatus, endedAt, policy, manifestSha256, evidence } = capture;
  const pictures = evidence.filter((one) => one.mediaType === 'image/png');
  const files = evidence.map(({ id: file, name, size, digest, mediaType }) => ({
    id: file,
    name,
    size,
    digest,
    mediaType,
  }));
  const position = items.find((item) => item.id === capture.itemId)?.position ?? null;
  return {
    ...{ id, url, state, reasons, httpStatus, endedAt, policy, manifestSha256, files, position },
    pictures: pictures.map(({ id: picture, name }) => ({ id: picture, name })),
  };
}

export const deliveryView = (delivery: Delivery) => {
  const {
    id,
    purpose,
    state,
    stage,
    attempts,
    recipient,
    serverAnswer,
    messageId,
    nextTryAt,
    finishedAt,
    letterDigest,
    format,
  } = delivery;
  return {
    id,
    purpose,
    state,
    stage,
    attempts,
    recipient,
    serverAnswer,
    said: answerSaid(serverAnswer),
    messageId,
    finishedAt,
    letterDigest,
    ...formView(delivery),
    nextTryAt: format === 'form-sheet' ? null : nextTryAt,
  };
};

/** What a form gave back, or why it did not take the notice; the code of a server's words where it is one of ours. */
const formView = ({ receipt, serverAnswer, theirReference, format }: Delivery) => ({
  isForm: format === 'form-sheet',
  receipt,
  theirReference,
  defect: format === 'form-sheet' && serverAnswer !== '' ? serverAnswer.replace(/^form\./, '') : null,
});

/** An answer that begins with a code of ours, taken apart: the code has words on the pages, the rest is the server's. */
function answerSaid(answer: string): { readonly code: string; readonly words: string } {
  const found = /^((?:api|mastodon|bluesky)\.[a-z-]+)(?: (.*))?$/.exec(answer);
  return found ? { code: found[1] ?? '', words: found[2] ?? '' } : { code: '', words: answer };
}

export const messageView = ({ id, receivedAt, summary, reading, handledAs }: Message) => ({
  ...{ id, receivedAt, handledAs },
  from: summary?.from ?? '',
  subject: summary?.subject ?? '',
  meaning: reading?.meaning ?? 'unread',
  outcome: reading?.outcome ?? null,
});

/** Steps of the sender within one attempt, and who looked; the log has them, and who checks us reads them there. */
const INNER_STEPS = ['delivery-leased', 'delivery-stage-reached', 'notice-read', 'evidence-viewed'];

export const isForPeople = ({ kind }: RecordedEvent): boolean => !INNER_STEPS.includes(kind);

/** An event in the timeline; who it was is a person of the desk or the machine. */
export const eventView = ({ id, kind, at, by, times, since }: Folded<RecordedEvent>) => ({
  ...{ id, kind, at, times, since },
  byMachine: by.kind === 'system',
});

/** Who did it, as a key to compare. */
export const whoseEvent = ({ by }: RecordedEvent): string => (by.kind === 'user' ? by.userId : by.job);
