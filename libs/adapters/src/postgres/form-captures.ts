import { formCapture, type FormCapture } from '#domain/evidence/form-capture.js';

/** What is known of a form's captures, as columns; null in all of them where nothing was ever asked. */
export interface FormCaptureColumns {
  readonly captureState: FormCapture['state'] | null;
  readonly captureReasons: FormCapture['reasons'] | null;
  readonly captureDigest: string | null;
  readonly captureAskedAt: Date | null;
  readonly now: Date;
}

/** Columns of `FORM_CAPTURE_OF`. */
export const FORM_CAPTURE = `x.state as "captureState", x.reasons as "captureReasons",
  x.manifest_sha256 as "captureDigest", a.at as "captureAskedAt", clock_timestamp() as now`;

/** The latest capture of the form with defect `d`, and the latest request of which nothing came yet. */
export const FORM_CAPTURE_OF = `left join lateral (
    select y.id, y.state, y.reasons, y.manifest_sha256 from captures y where y.defect_id = d.id
    order by y.started_at desc, y.id desc limit 1) x on true
  left join lateral (
    select e.at from event_log e
    where e.kind = 'form-capture-requested' and e.facts ->> 'defectId' = d.id::text
      and not exists (select from captures y where y.id = e.id) order by e.seq desc limit 1) a on true`;

/** How the capture stands by these columns. */
export function formCaptureIn(row: FormCaptureColumns): FormCapture | null {
  const { captureState: state, captureReasons: reasons, captureDigest: digest, captureAskedAt, now } = row;
  return formCapture(state === null ? null : { state, reasons: reasons ?? [], digest }, captureAskedAt, now);
}
