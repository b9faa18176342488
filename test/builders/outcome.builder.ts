import type { DecisionCode } from '#domain/outcome/outcome-code.js';
import type { Outcome } from '#domain/outcome/outcome.js';
import { uuid } from './uuid.js';

/** A decision a platform made at a moment (ISO 8601, or null where nobody knows), recorded from its mail. */
export const anOutcome = (code: DecisionCode, decidedAt: string | null, but: Partial<Outcome> = {}): Outcome => ({
  code,
  basis: 'terms',
  territory: [],
  automated: 'unknown',
  reasonsGiven: true,
  redressMentioned: false,
  source: 'mail',
  messageId: uuid(900),
  decidedAt,
  recordedAt: decidedAt ?? '2026-11-20T09:00:00.000Z',
  recordedBy: uuid(800),
  reason: '',
  ...but,
});
