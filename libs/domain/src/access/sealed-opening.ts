/** A reason for opening a sealed case holds for this long, and only in the session it was given in. */
export const OPENING_MINUTES = 30;
