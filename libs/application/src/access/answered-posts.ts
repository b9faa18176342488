/** One form as it was sent: digests of 32 bytes, from which neither sender nor words can be read. */
export interface PostDigests {
  /** Of the sender and the key of the form. */
  readonly id: Uint8Array;
  /** Of method, address and words under that key. */
  readonly body: Uint8Array;
}

/** The right to do what a form asks; a later holder's fence makes an earlier one's writes fail. */
export interface HeldPost {
  readonly id: Uint8Array;
  readonly fence: string;
}

/** Where a form that was done leads. */
export interface PostAnswer {
  readonly status: number;
  readonly location: string;
}

/**
 * What there is to know of a form that comes in: it is ours to do, it was answered, the key came with other words before,
 * it was done but its answer was lost, or somebody is still at it.
 */
export type PostClaim =
  | { readonly kind: 'ours'; readonly held: HeldPost }
  | { readonly kind: 'answered'; readonly answer: PostAnswer }
  | { readonly kind: 'sent-otherwise' | 'sent-already' | 'still-busy' };

/** Remembers which forms were done, so that none is done twice. */
export abstract class AnsweredPosts {
  /** Waits while another is at the same form, for some seconds at most. */
  abstract claim(post: PostDigests): Promise<PostClaim>;
  /** Runs what the form asks for; whatever the books keep meanwhile is tied to the claim in the same transaction. */
  abstract under<T>(held: HeldPost, run: () => T): T;
  /** Says that somebody is still at it. */
  abstract renew(held: HeldPost): Promise<void>;
  /** Keeps the answer, for whoever sends the form again. */
  abstract keep(held: HeldPost, answer: PostAnswer): Promise<void>;
  /** The form was refused or failed: forgotten, unless something was kept in the books all the same. */
  abstract release(held: HeldPost): Promise<void>;
  /** The form may be done again as often as it is sent, such as one that is answered with a file. */
  abstract forget(held: HeldPost): Promise<void>;
  /** Removes what is older than a week. */
  abstract sweep(): Promise<void>;
}
