/** What follows by itself from an event: its kind, and the reactions that run, each once per event. */
export const REACTIONS = {
  'delivery-queued': ['wake-sender'],
  'delivery-deferred': ['wake-sender'],
  'delivery-handed-back': ['wake-sender'],
  'capture-requested': ['run-capture'],
  'form-capture-requested': ['capture-form'],
  'message-kept': ['understand-message'],
  'settings-changed': ['rewrite-spells'],
  'audit-verification-asked': ['verify-audit'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReactionName = (typeof REACTIONS)[keyof typeof REACTIONS][number];

/** All reactions, each with its own queue. */
export const REACTION_NAMES: readonly ReactionName[] = [...new Set(Object.values(REACTIONS).flat())];

/** The reactions to an event of this kind. */
export const reactionsTo = (kind: string): readonly ReactionName[] =>
  Object.hasOwn(REACTIONS, kind) ? REACTIONS[kind as keyof typeof REACTIONS] : [];
