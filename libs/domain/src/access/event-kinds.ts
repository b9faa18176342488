/** Every kind of event the desk records, so that each has words; a test holds this list and the code equal. */
export const EVENT_KINDS = [
  ...['case-opened', 'case-described', 'case-restricted', 'case-warned', 'case-closed', 'case-reopened'],
  ...['case-assigned', 'sealed-case-opened', 'help-seeker-told'],
  ...['notice-started', 'notice-recorded', 'notice-described', 'notice-prepared', 'notice-approval-asked'],
  ...['notice-approved', 'notice-returned', 'notice-approval-voided', 'notice-approval-taken-back'],
  ...['approval-refused', 'submit-refused', 'notice-submitted', 'notice-recalled', 'notice-sent'],
  ...[
    'notice-acknowledged',
    'notice-decided',
    'notice-withdrawn',
    'withdrawal-explained',
    'notice-closed',
    'notice-reopened',
    'item-observed',
  ],
  'notice-set-aside',
  ...['delivery-queued', 'delivery-leased', 'delivery-stage-reached', 'delivery-sent', 'delivery-deferred'],
  ...['delivery-taken-up', 'delivery-handed-in'],
  ...['delivery-failed', 'delivery-unknown', 'delivery-called-back', 'delivery-handed-back'],
  ...['capture-requested', 'capture-made', 'file-attached', 'attachment-removed'],
  ...['message-kept', 'message-understood', 'message-linked', 'message-handled', 'message-taken-up-again'],
  ...['message-quarantined', 'escalation-opened', 'dossier-made'],
  ...['escalation-draft', 'escalation-reviewed', 'escalation-sent', 'escalation-received', 'escalation-transmitted'],
  'escalation-closed',
  ...['user-added', 'user-begins-anew', 'user-disabled', 'user-enabled', 'user-lines-changed', 'user-link-made'],
  ...['user-link-withdrawn', 'user-password-chosen', 'user-password-strengthened', 'user-preferences-chosen'],
  ...['user-role-changed', 'user-signed-out-everywhere', 'user-training-changed'],
  ...['factor-reset-asked', 'factor-reset-confirmed', 'factor-reset-withdrawn', 'factor-reset-lapsed'],
  'second-factor-added',
  ...['second-factor-removed', 'recovery-codes-made', 'recovery-code-used', 'session-ended', 'token-made'],
  'token-revoked',
  ...['platform-added', 'platform-amended', 'provider-amended', 'channel-verified', 'onboarding-recorded'],
  ...['organisation-described', 'settings-changed', 'explanation-edited'],
  ...['signed-in', 'signed-out', 'sign-in-refused', 'second-factor-refused', 'access-denied'],
  ...['unknown-fields-refused', 'notice-set-aside'],
  'step-refused',
  ...['case-read', 'notice-read', 'message-read', 'evidence-viewed', 'searched', 'exported'],
  ...['audit-verification-asked', 'audit-verified'],
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Whether the desk has words for a kind; an older log may hold others. */
export const isEventKind = (kind: string): kind is EventKind => (EVENT_KINDS as readonly string[]).includes(kind);
