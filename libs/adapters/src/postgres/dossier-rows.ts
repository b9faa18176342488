import type { CaptureEntry, WholeNotice } from '#application/notice/notice-file.js';
import type { Delivery } from '#domain/correspondence/delivery.js';
import type { Message } from '#domain/correspondence/message.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { canonicalUrl } from '#domain/notice/canonical-url.js';
import type { ContentItem } from '#domain/notice/content-item.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Outcome } from '#domain/outcome/outcome.js';
import type {
  DossierCapture,
  DossierGround,
  DossierHappening,
  DossierItem,
  DossierMail,
  DossierNotice,
  DossierOutcome,
} from '#domain/report/dossier-facts.js';
import type { TimeAllowed } from '#domain/statistics/time-allowed.js';
import type { Withheld } from './withheld-captures.js';

/** What the rows of a notice are read against. */
export interface DossierRegister {
  readonly platformNames: ReadonlyMap<string, string>;
  readonly grounds: ReadonlyMap<string, LegalGround>;
  readonly timeAllowed: TimeAllowed;
  /** Bytes of our letters by digest. */
  readonly letterSizes: ReadonlyMap<string, number>;
  readonly withheld: Withheld;
}

/** A sent notice as the dossier tells it: nothing of the case, of a caseworker or of anything a person typed aside. */
export function dossierNotice(whole: WholeNotice, register: DossierRegister): DossierNotice {
  const { notice, messages } = whole;
  const { platformCode, channel, language, measure, category, grounds } = notice.content;
  const { sentAt, acknowledgedAt, withdrawnAt } = notice.moments;
  const { reference, regime, origin, line } = notice;
  return {
    ...{ reference, regime, origin, line, channel, language, measure, category },
    platform: { code: platformCode!, name: register.platformNames.get(platformCode!) ?? platformCode! },
    grounds: grounds.map((ground) => groundOf(register.grounds.get(ground.code)!)),
    sentAt: sentAt!.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    theirReference: messages.find((message) => message.reading?.reference)?.reading?.reference ?? null,
    allowedUntil: register.timeAllowed(sentAt!).toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    items: notice.items.map(itemOf),
    happened: whole.deliveries.flatMap(happeningOf),
    correspondence: [
      ...whole.deliveries.flatMap((delivery) => sentMail(delivery, register)),
      ...messages.map(receivedMail),
    ],
    captures: whole.captures.map((capture) => captureOf(capture, notice, register)),
  };
}

const groundOf = ({ code, law, article, titleNl, titleEn }: LegalGround): DossierGround => ({
  ...{ code, law, article, titleNl, titleEn },
});

const itemOf = ({
  position,
  url,
  contentType,
  locator,
  postedOn,
  outcomes,
  observations,
}: ContentItem): DossierItem => ({
  ...{ position, url, contentType, locator },
  ...(postedOn === null ? {} : { postedOn }),
  outcomes: outcomes.map(outcomeOf),
  observations: observations.map(({ at, seen, httpStatus }) => ({ at, seen, httpStatus })),
});

/** Without the mail it rests on, who recorded it and why. */
function outcomeOf(outcome: Outcome): DossierOutcome {
  const { code, basis, territory, automated, reasonsGiven, redressMentioned, source, decidedAt, recordedAt } = outcome;
  return { code, basis, territory, automated, reasonsGiven, redressMentioned, source, decidedAt, recordedAt };
}

function happeningOf({ state, finishedAt }: Delivery): DossierHappening[] {
  if ((state !== 'failed' && state !== 'unknown') || finishedAt === null) return [];
  return [{ at: finishedAt.toISOString(), kind: `delivery-${state}`, item: null }];
}

function sentMail(
  { state, finishedAt, purpose, format, letterDigest }: Delivery,
  { letterSizes }: DossierRegister,
): DossierMail[] {
  if (state !== 'sent' || finishedAt === null) return [];
  const bytes = letterSizes.get(letterDigest) ?? 0;
  const made = format === 'mail' ? {} : { format };
  return [{ direction: 'out', at: finishedAt.toISOString(), meaning: purpose, sha256: letterDigest, bytes, ...made }];
}

const receivedMail = ({ receivedAt, reading, digest, size }: Message): DossierMail => ({
  direction: 'in',
  at: receivedAt.toISOString(),
  meaning: reading?.meaning ?? 'unread',
  sha256: digest,
  bytes: size,
});

/** What is for the hotline leaves this desk in no file: that it was captured is told, and nothing of what it shows. */
function captureOf(capture: CaptureEntry, notice: Notice, { withheld }: DossierRegister): DossierCapture {
  const { url, state, reasons, policy, httpStatus, startedAt, endedAt, madeWith, evidence } = capture;
  const item = notice.items.find(({ id }) => id === capture.itemId);
  const given = withheld(notice, item?.canonicalUrl ?? canonicalUrl(url)) ? [] : evidence;
  return {
    item: item?.position ?? 0,
    ...{ url, state, reasons, policy, httpStatus, madeWith },
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    files: given.map(({ name, mediaType, digest, size }) => ({ name, mediaType, sha256: digest, bytes: size })),
  };
}
