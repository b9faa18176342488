import type { Actor } from '#domain/event.js';

/** A person who acts, as opposed to the system. */
export type Person = Extract<Actor, { readonly kind: 'user' }>;
