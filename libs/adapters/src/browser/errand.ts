import type { CaptureJob, CaptureResult } from '#domain/evidence/capture.js';
import type { CaptureLimits } from './capture-limits.js';
import type { FoundBrowser } from './find-browser.js';

/** What the capture process is sent to do: one JSON document on its stdin. */
export type Errand =
  | {
      readonly kind: 'capture';
      readonly job: CaptureJob;
      readonly browser: FoundBrowser;
      readonly limits: CaptureLimits;
    }
  | {
      readonly kind: 'print';
      readonly html: string;
      /** ISO instant that stands in the PDF instead of the time of printing. */
      readonly at: string;
      /** File the PDF is written to. */
      readonly file: string;
      readonly browser: FoundBrowser;
    };

/** What it brings back: one JSON document on its stdout. */
export type Return =
  | { readonly kind: 'captured'; readonly result: CaptureResult }
  | { readonly kind: 'printed' }
  | { readonly kind: 'trouble'; readonly code: string; readonly found: string; readonly remedy: string };
